package dev.parlance.rest.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The callers of a resource method that needs no permission in a catalog. Otherwise use {@link RequiresPermission}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AllowedCallers {
    CallerGroup value();

    /** Groups of callers, from the largest to the smallest. */
    enum CallerGroup {
        /** All callers. Credentials are not verified. */
        ANYONE,
        /** All callers. Credentials are verified if the request has any, because the response depends on the caller. */
        OPTIONALLY_AUTHENTICATED,
        /** Callers with an API key, a session or the operator's token. */
        AUTHENTICATED,
        /** Administrators of the whole service. */
        ADMINISTRATORS
    }
}
