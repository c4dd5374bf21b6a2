/**
 * Problem documents (RFC 9457), the only form of error responses.
 *
 * <p>{@code ProblemDocuments} creates all of them, whether our code, Jakarta REST or the HTTP server raised the error. Codes,
 * arguments and texts come from the catalog {@code parlance}, rendered in the language of the caller.
 *
 * <p>Problems may carry domain objects as extension members. {@code ProblemMembers} converts these objects to views. It is implemented
 * by the packages that own the views, so that this package depends on none of them.
 */
@NullMarked
package dev.parlance.rest.problem;

import org.jspecify.annotations.NullMarked;
