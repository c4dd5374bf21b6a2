package dev.parlance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
    private final AddressRules rules = new AddressRules(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.0", "100.63.255.255", "100.128.0.0", "192.167.255.255",
        "223.255.255.255", "2606:4700:4700::1111", "2a00:1450::1", "64:ff9b::808:808", "2002:808:808::1"})
    void allowsPublicAddresses(String address) throws UnknownHostException {
        assertThat(rules.isAllowed(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.1",
        "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::7f00:1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1", "100::1", "64:ff9b::a00:1",
        "64:ff9b:1::1", "2002:a00:1::1", "2002:7f00:1::", "2001::1", "3fff::1"})
    void rejectsAddressesThatAreNotPublic(String address) throws UnknownHostException {
        assertThat(rules.isAllowed(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void judgesMappedAddressThatJavaDidNotConvert() throws UnknownHostException {
        var mapped = new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
        assertThat(rules.isAllowed(Inet6Address.getByAddress("localhost", mapped, 0))).isFalse();
    }

    @Test
    void allowsConfiguredNetworks() throws UnknownHostException {
        var configured = new AddressRules(List.of("10.1.0.0/16", " fd00::/8", "127.0.0.1/32"));
        assertThat(configured.isAllowed(InetAddress.getByName("10.1.255.255"))).isTrue();
        assertThat(configured.isAllowed(InetAddress.getByName("10.2.0.0"))).isFalse();
        assertThat(configured.isAllowed(InetAddress.getByName("fd12::1"))).isTrue();
        assertThat(configured.isAllowed(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(configured.isAllowed(InetAddress.getByName("127.0.0.2"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "example.com/8", "10.0.0.0/33", "10.0.0.0/-1", "/8", "", "localhost/8", "fd00::/129", "abc/8"})
    void rejectsInvalidNetworks(String network) {
        assertThatThrownBy(() -> new AddressRules(List.of(network))).isInstanceOf(IllegalArgumentException.class);
    }
}
