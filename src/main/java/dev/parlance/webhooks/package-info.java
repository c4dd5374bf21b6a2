/**
 * Webhooks: signed HTTP requests that tell other systems about the events of a catalog, as in the specification Standard Webhooks.
 *
 * <p>{@code RecordEvents} adds one delivery for each interested endpoint in the transaction of the event (an outbox).
 * {@code DeliverWebhooks} claims due deliveries, one for each endpoint at a time, with a lease in the database. Any number of replicas
 * can do this together. A replica that dies leaves its lease to expire, and another one repeats the delivery, so an event is delivered at
 * least once. Receivers recognise repetitions by the header {@code webhook-id}.
 *
 * <p>Endpoints are chosen by people who manage a catalog, and who must not reach the network of the service with them.
 * {@code AddressRules} decides which addresses may be connected to; the sender connects to exactly the address that was checked.
 *
 * <p>A secret is stored as it is, because the service has to sign with it. It is returned only by the operations that create it.
 */
@NullMarked
package dev.parlance.webhooks;

import org.jspecify.annotations.NullMarked;
