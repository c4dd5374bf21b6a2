package dev.parlance.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The network of a client, to which limits per address apply. */
public final class ClientNetwork {
    private static final int IPV6_PREFIX_BYTES = 8;
    private static final String UNKNOWN = "unknown";
    private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private ClientNetwork() {
    }

    /**
     * Returns the network of an IP address, for use as a key.
     *
     * <p>An IPv4 address is a network of its own, because neighbouring addresses may belong to different subscribers. An IPv6 network
     * is a prefix of 64 bits, because one subscriber has all of its addresses.
     *
     * @param address an IP address; anything else, such as the name of a socket, is returned as it is
     */
    public static String of(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return UNKNOWN;
        }
        int zone = address.indexOf('%');
        var literal = zone < 0 ? address : address.substring(0, zone);
        if (!IP_LITERAL.matcher(literal).matches()) {
            return literal;
        }
        try {
            var parsed = InetAddress.getByName(literal);
            return parsed instanceof Inet6Address ? HexFormat.of().formatHex(parsed.getAddress(), 0, IPV6_PREFIX_BYTES) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return literal;
        }
    }
}
