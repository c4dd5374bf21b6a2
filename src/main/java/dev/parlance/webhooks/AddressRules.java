package dev.parlance.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides which addresses webhooks may connect to: public ones, and the networks that the operator allows.
 *
 * <p>IPv6 addresses that embed an IPv4 address (mapped, compatible, NAT64, 6to4) are checked as that IPv4
 * address. Java converts mapped ones itself.
 */
public final class AddressRules {
    /** The special-purpose networks of IANA that are not globally reachable, and multicast. */
    private static final List<Network> NOT_PUBLIC = Stream.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
            "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
            "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8").map(Network::parse).toList();
    private static final Network NAT64 = Network.parse("64:ff9b::/96");
    private static final Network SIX_TO_FOUR = Network.parse("2002::/16");

    private final List<Network> allowed;

    /** @param allowed networks in CIDR notation, such as {@code 10.1.0.0/16} or {@code fd00::/8} */
    public AddressRules(List<String> allowed) {
        this.allowed = allowed.stream().map(Network::parse).toList();
    }

    /** A network in CIDR notation. */
    private record Network(byte[] prefix, int length) {
        static Network parse(String notation) {
            var parts = notation.strip().split("/", -1);
            if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F:.]*[:.][0-9a-fA-F:.]*") || !parts[1].matches("[0-9]{1,3}")) {
                throw new IllegalArgumentException("Not a network in CIDR notation: " + notation);
            }
            try {
                var prefix = InetAddress.getByName(parts[0]).getAddress();
                int length = Integer.parseInt(parts[1]);
                if (length > prefix.length * 8) {
                    throw new IllegalArgumentException("Not a network in CIDR notation: " + notation);
                }
                return new Network(prefix, length);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("Not a network in CIDR notation: " + notation, e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < length; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    public boolean isAllowed(InetAddress address) {
        return isAllowed(address.getAddress());
    }

    private boolean isAllowed(byte[] address) {
        if (allowed.stream().anyMatch(it -> it.contains(address))) {
            return true;
        }
        if (NAT64.contains(address) || isMapped(address)) {
            return isAllowed(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return isAllowed(Arrays.copyOfRange(address, 2, 6));
        }
        return NOT_PUBLIC.stream().noneMatch(it -> it.contains(address));
    }

    /** {@code ::ffff:0:0/96}, in case an {@code InetAddress} was created without the conversion. */
    private static boolean isMapped(byte[] address) {
        if (address.length != 16 || address[10] != -1 || address[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
