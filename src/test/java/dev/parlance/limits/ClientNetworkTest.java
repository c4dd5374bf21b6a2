package dev.parlance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientNetworkTest {

    @Test
    void distinguishesIpv4Addresses() {
        assertThat(ClientNetwork.of("192.0.2.1")).isEqualTo("192.0.2.1").isNotEqualTo(ClientNetwork.of("192.0.2.2"));
    }

    @Test
    void joinsIpv6AddressesOfOneNetwork() {
        assertThat(ClientNetwork.of("2001:db8:1:2::1")).isEqualTo(ClientNetwork.of("2001:db8:1:2:ffff::"))
                .isNotEqualTo(ClientNetwork.of("2001:db8:1:3::1"));
    }

    @Test
    void treatsMappedAddressesAsIpv4() {
        assertThat(ClientNetwork.of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void joinsWhatIsNoAddress() {
        assertThat(ClientNetwork.of(null)).isEqualTo(ClientNetwork.of("")).isEqualTo(ClientNetwork.of("a:b"));
    }
}
