package dev.parlance.cli.sync;

import dev.parlance.cli.project.LocalText;
import dev.parlance.formats.RawText;
import dev.parlance.formats.dialect.DialectReader;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes digests of texts that do not depend on how a dialect writes the text.
 *
 * <p>Descriptions and comments are not included, because few formats support them, so the other side would appear to delete them.
 */
public final class TextDigests {
    /** 72 bits: the probability of a collision among a million texts is one in ten billion. */
    private static final int DIGEST_BYTES = 9;

    private TextDigests() {
    }

    /** Returns the digests of texts. Of repeated texts, the first counts, as in an import. Empty texts are omitted. */
    public static Map<TextKey, String> of(List<LocalText> texts) {
        var digests = new HashMap<TextKey, String>();
        texts.stream().filter(it -> !(it.text() instanceof RawText.Single single && single.text().isBlank()))
                .forEach(it -> digests.putIfAbsent(new TextKey(it.locale(), it.key()), of(it)));
        return digests;
    }

    private static String of(LocalText text) {
        try {
            var converted = DialectReader.read(text.dialect(), text.text(), text.locale());
            return digest(converted.syntax() + " " + converted.text());
        } catch (TextSyntaxException invalid) {
            // The import reports the error; until then, the text differs from every valid text.
            return digest("invalid " + text.text());
        }
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform supports SHA-256", e);
        }
    }
}
