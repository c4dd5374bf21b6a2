package dev.parlance.security.authentication;

import dev.parlance.limits.ClientNetwork;
import java.util.Optional;

/**
 * An attempt to sign in, with the properties that the throttle and the queue need.
 *
 * @param account the name of an account, which need not exist
 * @param network the networks of the client
 * @param device  the id of the device token; empty if the client presented no valid token for this account
 */
record LoginAttempt(String account, ClientNetwork network, Optional<String> device) {
}
