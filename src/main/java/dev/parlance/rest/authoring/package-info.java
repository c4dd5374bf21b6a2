/**
 * HTTP resources for translators and managers: drafts, glossary, jobs, history, suggestions, comments, presence.
 *
 * <p>Resources parse the request, call a use case of {@code catalog} and convert its result to a view. They open no transactions,
 * except for reads that need no use case. All of them query the database, so they run on worker threads. Draft events are sent by the
 * thread of their poller.
 *
 * <p>Edits of stored items use optimistic locking (RFC 9110, 13.1): {@code If-Match} with the version as the ETag, or
 * {@code If-None-Match: *} to create the item. A request without a precondition answers 428, and a stale version answers 412 with
 * the conflicting versions as problem members ({@code DraftProblemMembers}).
 *
 * <p>Views are records with explicit schema names, so that renaming a class does not change the OpenAPI document.
 * {@code DefinitionView} is shared by requests, responses and the history; a JSON Merge Patch (RFC 7396) is applied to it.
 */
@NullMarked
package dev.parlance.rest.authoring;

import org.jspecify.annotations.NullMarked;
