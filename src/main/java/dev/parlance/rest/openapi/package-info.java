/**
 * Additions to the generated OpenAPI document: access rules and the schema of problems.
 *
 * <p>The rules are read from the annotations that {@code AuthorizationFilter} enforces, so the documentation cannot deviate from the
 * behaviour. The document is committed as {@code src/main/openapi/parlance.yaml}, and a test compares it with the one served.
 */
@NullMarked
package dev.parlance.rest.openapi;

import org.jspecify.annotations.NullMarked;
