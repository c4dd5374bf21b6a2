package dev.parlance.rest.access;

import dev.parlance.security.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a resource method requires in the catalog of its path.
 *
 * <p>If the path or the query has a {@code locale}, the permission is required in that locale.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresPermission {
    Permission value();

    /**
     * Whether the method checks the locales of its body, by {@link CurrentCaller#requirePermission}.
     *
     * <p>If false, a caller limited to some locales is denied when the request has no {@code locale}.
     */
    boolean localesInBody() default false;

    /**
     * Whether the response depends on the caller even in a public catalog.
     *
     * <p>If false, requests that read releases of a public catalog are not authenticated.
     */
    boolean identifiesCaller() default false;
}
