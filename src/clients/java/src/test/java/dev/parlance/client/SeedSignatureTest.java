package dev.parlance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeedSignatureTest {
    private static final byte[] SEED = FakeService.seed(3, Map.of("en", Map.of("greeting", "Hello"), "ja", Map.of("greeting", "こんにちは")));

    private final KeyPair key;
    private final KeyPair otherKey;

    SeedSignatureTest() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        key = generator.generateKeyPair();
        otherKey = generator.generateKeyPair();
    }

    /** Signs the lines that the service documents. */
    private String signed() throws Exception {
        var lines = new StringBuilder("parlance-seed-1\nshop\n3\nen\n");
        for (var item : Json.array(Json.readObject(SEED), "bundles")) {
            var bundle = Seed.asObject(item);
            lines.append(bundle.get("locale")).append(' ').append(bundle.get("digest")).append('\n');
        }
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(key.getPrivate());
        signature.update(lines.toString().getBytes(StandardCharsets.UTF_8));
        var document = Json.readObject(SEED);
        document.put("signature", Map.of("keyId", "1", "algorithm", "Ed25519",
                "value", Base64.getEncoder().encodeToString(signature.sign())));
        return new String(Json.write(document), StandardCharsets.UTF_8);
    }

    private ParlanceBuilder builder() {
        return Parlance.builder().url("http://127.0.0.1:9").catalog("shop").locale("ja").seedKey(key.getPublic());
    }

    @Test
    void acceptsASeedThatIsSignedWithTheKey() throws Exception {
        try (var texts = builder().seed(signed()).build()) {
            assertThat(texts.text("greeting")).isEqualTo("こんにちは");
        }
    }

    @Test
    void rejectsOtherSeeds() throws Exception {
        var signed = signed();
        for (var seed : new String[] {new String(SEED, StandardCharsets.UTF_8), signed.replace("\"release\":3,", "\"release\":4,"),
            signed.replace("\"value\":\"", "\"value\":\"!")}) {
            assertThatThrownBy(() -> builder().seed(seed).build()).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> builder().seedKey(otherKey.getPublic()).seed(signed).build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
