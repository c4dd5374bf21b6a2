package dev.parlance.publishing.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeedTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag JA = LocaleTag.parse("ja");
    private static final byte[] CONTENT = "{\"a\":\"Line\\nbreak — 日本😀\"}".getBytes(StandardCharsets.UTF_8);
    private static final String HEX = Digest.of(CONTENT).hex();
    private static final long NO_LIMIT = Long.MAX_VALUE;

    /** The first key of RFC 8032, section 7.1, as PKCS #8. */
    private static final SigningKey KEY = new SigningKey("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
            HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
            Optional.of(HexFormat.of().parseHex("302e020100300506032b657004220420"
                    + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")), Instant.EPOCH, "ann", Optional.empty());

    @Test
    void writesSortedMembersWithExactContent() {
        assertThat(write(seed(Optional.empty(), EN))).isEqualTo("{\"bundles\":[{\"content\":\"{\\\"a\\\":\\\"Line\\\\nbreak — 日本😀\\\"}\","
                + "\"digest\":\"sha256:" + HEX + "\",\"locale\":\"en\"}],\"catalog\":\"shop\",\"release\":7,\"sourceLocale\":\"en\"}");
    }

    @Test
    void signsCatalogReleaseLocalesAndDigests() {
        assertThat(new String(seed(Optional.of(KEY), EN, JA).signedBytes(), StandardCharsets.UTF_8))
                .isEqualTo("parlance-seed-1\nshop\n7\nen\nen sha256:" + HEX + "\nja sha256:" + HEX + "\n");
    }

    @Test
    void writesSameSignatureEachTime() {
        var seed = seed(Optional.of(KEY), EN, JA);
        assertThat(write(seed)).isEqualTo(write(seed)).contains("\"signature\":{\"algorithm\":\"Ed25519\",\"keyId\":\"" + KEY.id()
                + "\",\"value\":\"");
    }

    @Test
    void identityDependsOnContentAndKey() {
        var identity = seed(Optional.of(KEY), EN).identity();
        assertThat(seed(Optional.of(KEY), EN).identity()).isEqualTo(identity);
        assertThat(seed(Optional.empty(), EN).identity()).isNotEqualTo(identity);
        assertThat(seed(Optional.of(KEY), JA).identity()).isNotEqualTo(identity);
        assertThat(seed(Optional.of(SigningKey.generate(Instant.EPOCH, "ann")), EN).identity()).isNotEqualTo(identity);
    }

    @Test
    void rejectsTooManyBytes() {
        assertThat(seed(Optional.empty(), EN, JA).write(it -> CONTENT, 2L * CONTENT.length)).isNotEmpty();
        assertThatThrownBy(() -> seed(Optional.empty(), EN, JA).write(it -> CONTENT, 2L * CONTENT.length - 1))
                .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.type()).isEqualTo(ProblemType.RESPONSE_TOO_LARGE));
    }

    /** RFC 8037, appendix A.3. */
    @Test
    void idIsThumbprintOfKey() {
        var key = SigningKey.generate(Instant.EPOCH, "ann");
        assertThat(key.publicKey()).hasSize(32);
        assertThat(SigningKey.thumbprint(KEY.publicKey())).isEqualTo(KEY.id());
        assertThat(SigningKey.thumbprint(key.publicKey())).isEqualTo(key.id());
    }

    private static Seed seed(Optional<SigningKey> key, LocaleTag... locales) {
        return new Seed(new CatalogName("shop"), 7, EN,
                List.of(locales).stream().map(it -> new Seed.BundleEntry(it, new Digest(HEX))).toList(), key);
    }

    private static String write(Seed seed) {
        return new String(seed.write(it -> CONTENT, NO_LIMIT), StandardCharsets.UTF_8);
    }
}
