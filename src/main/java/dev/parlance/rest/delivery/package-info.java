/**
 * HTTP resources for apps: messages, bundles, codes, releases, channels and events.
 *
 * <p>Reads of published content are served from snapshots in memory and work while the database is down. Only releases, channels and
 * release bundles that are not in memory are read from the database.
 *
 * <p>The most frequent reads have a fast path on the event loop. {@code MessageFastPath} renders each message anew, by the same
 * {@code MessageResponse} as {@code MessageResource}. {@code BundleResponseCache} stores whole responses by URL: the first request is
 * validated and answered by Jakarta REST, the next ones are a lookup. Only public catalogs use these paths, because they do not
 * authenticate the caller.
 *
 * <p>Clients choose the parameters of derived bundles freely, so their cost is bounded in {@code rest.derivation}. Published bundles need
 * no derivation, so they are served on the event loop. {@code StreamedBody} sends bodies as fast as the client reads them.
 *
 * <p>{@code channel=draft} is not a channel. {@code ChannelSnapshots} loads the draft on the threads of {@code Derivations} and caches it
 * by its revision; its responses are never stored under a URL. Callers who may not read drafts get the answer for a missing channel.
 *
 * <p>A channel's content is cacheable for a few seconds, and the content of a release forever. Responses name their release in the
 * header {@code Parlance-Release}.
 *
 * <p>Live events (server-sent events) are a resource of this package, because they share problems, routes and documentation with the
 * others.
 */
@NullMarked
package dev.parlance.rest.delivery;

import org.jspecify.annotations.NullMarked;
