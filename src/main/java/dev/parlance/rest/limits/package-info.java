/**
 * The rate limits of requests: a token bucket for each client and kind of request.
 *
 * <p>The limits stop clients that send requests in a loop. {@link dev.parlance.limits.ResourceLimit} protects against many clients. The
 * client is the authenticated caller, because many people may share an address. Without authentication it is the network of the
 * connection, because anyone can invent credentials that are not verified.
 *
 * <p>The buckets are in the memory of each replica. A shared store would add a round trip to each write, and would have to be available
 * for reads that need no database. With several replicas behind a load balancer, a client may therefore send up to the limit to each.
 *
 * <p>The fast path is not limited: counting would cost a part of the time that it saves.
 */
@NullMarked
package dev.parlance.rest.limits;

import org.jspecify.annotations.NullMarked;
