package dev.parlance.security.authentication;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An attempt to sign in, as the throttle and the queue see it.
 *
 * @param account the name of an account, which need not exist
 * @param network the network of the client
 * @param device  the id of the device token; empty if the client presented no valid token for this account
 */
record LoginAttempt(String account, String network, Optional<String> device) {
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /**
     * Returns the network of an IP address.
     *
     * <p>An IPv4 address is a network of its own, because neighbours have nothing in common. An IPv6 network has a prefix of 64 bits:
     * one subscriber has all addresses in it.
     *
     * @param address an IP address; anything else, such as the name of a socket, is returned as it is
     */
    static String networkOf(String address) {
        int zone = address.indexOf('%');
        var literal = zone < 0 ? address : address.substring(0, zone);
        if (!IP_LITERAL.matcher(literal).matches()) {
            return literal;
        }
        try {
            var parsed = InetAddress.getByName(literal);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK_BYTES)) + "/64" : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return literal;
        }
    }
}
