package dev.parlance.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** Verifies the Ed25519 signature of a seed. Java has this algorithm since version 15, Android since version 13. */
final class SeedSignature {
    private static final String VERSION = "parlance-seed-1";

    private SeedSignature() {
    }

    /** @throws IOException if the seed has no signature of this key, or was changed after it was signed */
    static void verify(byte[] seed, PublicKey key) throws IOException {
        Map<String, Object> document = Json.readObject(seed);
        Map<String, Object> signature = Json.object(document, "signature");
        if (!"Ed25519".equals(signature.get("algorithm"))) {
            throw new IOException("the seed has no Ed25519 signature");
        }
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(signedText(document).getBytes(StandardCharsets.UTF_8));
            if (!verification.verify(Base64.getDecoder().decode(Json.string(signature, "value")))) {
                throw new IOException("the seed is not signed with the key");
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("the signature of the seed cannot be verified", e);
        }
    }

    private static String signedText(Map<String, Object> document) throws IOException {
        StringBuilder lines = new StringBuilder(VERSION).append('\n');
        lines.append(Json.string(document, "catalog")).append('\n');
        lines.append(Json.integer(document, "release")).append('\n');
        lines.append(Json.string(document, "sourceLocale")).append('\n');
        for (Object item : Json.array(document, "bundles")) {
            Map<String, Object> bundle = Seed.asObject(item);
            lines.append(Json.string(bundle, "locale")).append(' ').append(Json.string(bundle, "digest")).append('\n');
        }
        return lines.toString();
    }
}
