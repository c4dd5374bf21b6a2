/**
 * The HTTP edge: resources parse a request, call a use case and convert its result to a response.
 *
 * <p>{@code http}, {@code problem}, {@code input}, {@code access} and {@code events} are shared. The resources are divided by audience
 * into {@code delivery}, {@code authoring} and {@code administration}, which do not import each other. {@code openapi} documents them.
 *
 * <p>{@link dev.parlance.rest.Resources} lists all resources explicitly, so that routes, metrics and access rules are known at startup
 * without scanning the class path.
 */
@NullMarked
package dev.parlance.rest;

import org.jspecify.annotations.NullMarked;
