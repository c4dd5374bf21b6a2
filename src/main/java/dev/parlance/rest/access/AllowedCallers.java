package dev.parlance.rest.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a resource method for which it is not the permissions in a catalog that decide ({@link RequiresPermission}). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AllowedCallers {
    CallerGroup value();

    /** Ever fewer. */
    enum CallerGroup {
        /** Nobody is asked who he is. */
        ANYONE,
        /** Whoever shows something is asked who he is: the answer depends on it. */
        OPTIONALLY_AUTHENTICATED,
        /** Keys and people. */
        AUTHENTICATED,
        /** Of the whole service. */
        ADMINISTRATORS
    }
}
