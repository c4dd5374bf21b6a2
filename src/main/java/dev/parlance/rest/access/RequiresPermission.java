package dev.parlance.rest.access;

import dev.parlance.security.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the caller of a resource method must be allowed in the catalog that its path names; where the path or the query names a
 * locale too, in that locale.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresPermission {
    Permission value();

    /**
     * Whether the method itself asks for each locale, because they stand in the body ({@link CurrentCaller#refuseUnless}). Without it,
     * whoever may change some locales only is refused where no locale is named.
     */
    boolean localesInBody() default false;
}
