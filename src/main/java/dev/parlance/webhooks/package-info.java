/**
 * Webhooks: signed HTTP requests that notify other systems of the events of a catalog, as specified by Standard Webhooks.
 *
 * <p>{@code RecordEvents} adds one delivery for each subscribed webhook in the transaction of the event (an outbox).
 * {@code DeliverWebhooks} claims due deliveries, one for each webhook at a time, with a lease in the database. Any number of replicas
 * can do this together. If a replica dies, its lease expires and another replica repeats the delivery, so an event is delivered at least
 * once. Receivers recognise repetitions by the header {@code webhook-id}.
 *
 * <p>The people who manage a catalog choose the URLs of its webhooks, and must not be able to reach the internal network through them.
 * {@code AddressRules} decides which addresses are allowed; the sender connects to exactly the address that was checked.
 *
 * <p>A secret is stored unencrypted, because the service signs with it. It is returned only by the operations that create it.
 */
@NullMarked
package dev.parlance.webhooks;

import org.jspecify.annotations.NullMarked;
