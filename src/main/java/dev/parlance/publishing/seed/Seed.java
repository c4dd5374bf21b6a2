package dev.parlance.publishing.seed;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.release.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The content of a seed.
 *
 * @param bundles sorted by locale
 * @param key     empty if there is no key to sign with
 */
public record Seed(CatalogName catalog, int release, LocaleTag sourceLocale, List<BundleEntry> bundles, Optional<SigningKey> key) {
    private static final String SIGNED_VERSION = "parlance-seed-1";

    /**
     * A bundle of the seed.
     *
     * @param digest of the bytes of the bundle
     */
    public record BundleEntry(LocaleTag locale, Digest digest) {
        String digestLabel() {
            return "sha256:" + digest.hex();
        }
    }

    /** Returns a digest of everything that determines the bytes of the document. */
    public Digest identity() {
        return Digest.of(List.of(new String(signedBytes(), StandardCharsets.UTF_8), key.map(SigningKey::id).orElse("")));
    }

    /** Returns what the signature covers: lines of UTF-8 that end with a line feed. */
    byte[] signedBytes() {
        var lines = new StringBuilder(String.join("\n", SIGNED_VERSION, catalog.value(), Integer.toString(release),
                sourceLocale.value())).append('\n');
        bundles.forEach(it -> lines.append(it.locale()).append(' ').append(it.digestLabel()).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes the document: JSON without whitespace, with sorted members.
     *
     * @param contentOf returns the bytes of a bundle
     * @param maxLength of all bundles together, in bytes
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#RESPONSE_TOO_LARGE}
     */
    byte[] write(Function<LocaleTag, byte[]> contentOf, long maxLength) {
        var out = new ByteArrayOutputStream();
        long length = 0;
        try (var json = CanonicalJson.generator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("bundles");
            for (var bundle : bundles) {
                var content = contentOf.apply(bundle.locale());
                length += content.length;
                if (length > maxLength) {
                    throw ProblemType.RESPONSE_TOO_LARGE.with(maxLength);
                }
                json.writeStartObject();
                json.writeFieldName("content");
                json.writeUTF8String(content, 0, content.length);
                json.writeStringField("digest", bundle.digestLabel());
                json.writeStringField("locale", bundle.locale().value());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("catalog", catalog.value());
            json.writeNumberField("release", release);
            if (key.isPresent()) {
                json.writeObjectFieldStart("signature");
                json.writeStringField("algorithm", SigningKey.ALGORITHM);
                json.writeStringField("keyId", key.get().id());
                json.writeStringField("value", Base64.getEncoder().encodeToString(key.get().sign(signedBytes())));
                json.writeEndObject();
            }
            json.writeStringField("sourceLocale", sourceLocale.value());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
