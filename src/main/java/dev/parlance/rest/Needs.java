package dev.parlance.rest;

import dev.parlance.security.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the caller of a resource method must be allowed in the catalog that its path names; where the path names a locale too,
 * in that locale.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Needs {
    Permission value();
}
