package dev.parlance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.1,192.0.2.1", "::ffff:192.0.2.1,192.0.2.1", "2001:db8::1,20010db800000000/64",
            "2001:db8:0:0:ffff::2%eth0,20010db800000000/64", "2001:db8:0:1::1,20010db800000001/64", "'',unknown",
            "/run/socket,/run/socket", "localhost,localhost", "a:b,a:b"})
    void treatsIpv6PrefixAsOneNetwork(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }

    @Test
    void joinsClientsWithoutAddress() {
        assertThat(ClientNetwork.of(null)).isEqualTo(ClientNetwork.of(""));
    }
}
