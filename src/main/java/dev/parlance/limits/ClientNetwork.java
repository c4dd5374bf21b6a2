package dev.parlance.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The networks of a client, to which limits per address apply.
 *
 * <p>An IPv4 address is a network of its own, because neighbouring addresses may belong to different subscribers. An IPv6 network is a /64
 * prefix, because one subscriber has all of its addresses. Wider prefixes distinguish many subscribers from one that owns many networks:
 * providers assign IPv6 prefixes of /56 or /48, and hosting companies own whole IPv4 prefixes of /24 or /16.
 *
 * <p>A limit that rejects clients by their {@link #widest} network alone would affect unrelated neighbours. Use it only to decide which
 * requests to displace under overload, or for limits that leave room for neighbours.
 *
 * @param prefixes from the widest to the narrowest, for use as keys: /48, /56 and /64, or /16, /24 and the address
 */
public record ClientNetwork(List<String> prefixes) {
    private static final String UNKNOWN = "unknown";
    private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    public ClientNetwork {
        prefixes = List.copyOf(prefixes);
    }

    /**
     * Returns the network of an IP address.
     *
     * @param address an IP address; anything else, such as the name of a socket, is the only prefix
     */
    public static ClientNetwork of(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return new ClientNetwork(List.of(UNKNOWN));
        }
        int zone = address.indexOf('%');
        var literal = zone < 0 ? address : address.substring(0, zone);
        if (!IP_LITERAL.matcher(literal).matches()) {
            return new ClientNetwork(List.of(literal));
        }
        try {
            var parsed = InetAddress.getByName(literal);
            return new ClientNetwork(parsed instanceof Inet6Address ? ipv6Prefixes(parsed.getAddress())
                    : ipv4Prefixes(parsed.getHostAddress()));
        } catch (UnknownHostException e) {
            return new ClientNetwork(List.of(literal));
        }
    }

    private static List<String> ipv6Prefixes(byte[] address) {
        var hex = HexFormat.of();
        return List.of(hex.formatHex(address, 0, 6) + "/48", hex.formatHex(address, 0, 7) + "/56", hex.formatHex(address, 0, 8) + "/64");
    }

    private static List<String> ipv4Prefixes(String address) {
        int third = address.lastIndexOf('.');
        int second = address.lastIndexOf('.', third - 1);
        return List.of(address.substring(0, second) + "/16", address.substring(0, third) + "/24", address);
    }

    /** Returns the IPv4 address or the IPv6 /64 prefix. */
    public String narrowest() {
        return prefixes.get(prefixes.size() - 1);
    }

    /** Returns the IPv4 /16 prefix or the IPv6 /48 prefix. */
    public String widest() {
        return prefixes.get(0);
    }
}
