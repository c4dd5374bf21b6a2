package dev.parlance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.1,192.0/16 192.0.2/24 192.0.2.1", "::ffff:192.0.2.1,192.0/16 192.0.2/24 192.0.2.1",
            "2001:db8::1,20010db80000/48 20010db8000000/56 20010db800000000/64",
            "2001:db8:0:0:ffff::2%eth0,20010db80000/48 20010db8000000/56 20010db800000000/64",
            "2001:db8:1:ff01::1,20010db80001/48 20010db80001ff/56 20010db80001ff01/64", "'',unknown",
            "/run/socket,/run/socket", "localhost,localhost", "a:b,a:b"})
    void listsPrefixesFromWidestToNarrowest(String address, String prefixes) {
        var network = ClientNetwork.of(address);
        assertThat(String.join(" ", network.prefixes())).isEqualTo(prefixes);
        assertThat(prefixes).startsWith(network.widest()).endsWith(network.narrowest());
    }

    @Test
    void joinsClientsWithoutAddress() {
        assertThat(ClientNetwork.of(null)).isEqualTo(ClientNetwork.of(""));
    }
}
