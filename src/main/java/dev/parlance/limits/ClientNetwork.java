package dev.parlance.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The network of a client, to which limits for an address apply: an IPv4 address, or the first 64 bits of an IPv6 address.
 *
 * <p>An IPv6 customer owns at least a network of 64 bits, so single addresses would not limit them.
 */
public final class ClientNetwork {
    private static final int IPV6_PREFIX_BYTES = 8;
    private static final int IPV6_BYTES = 16;
    private static final String UNKNOWN = "unknown";

    private ClientNetwork() {
    }

    /**
     * Returns a name of the network for use as a key.
     *
     * @param address an IP address in text form; anything else belongs to one unknown network
     */
    public static String of(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return UNKNOWN;
        } else if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // An address with a colon is a literal, so this never asks a name server.
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV6_BYTES ? HexFormat.of().formatHex(bytes, 0, IPV6_PREFIX_BYTES) + "/64"
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }
}
