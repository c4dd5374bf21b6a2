package dev.parlance.formats.dialect;

import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import java.util.Collection;
import java.util.List;

/** Guesses the dialect of texts. */
public final class DialectDetector {
    private DialectDetector() {
    }

    /**
     * A possible dialect.
     *
     * @param confidence from 0 to 1
     */
    public record Guess(MessageDialect dialect, double confidence) {
    }

    /** Returns the possible dialects of texts that have the same one, most probable first; at least one. */
    public static List<Guess> detect(Collection<RawText> texts) {
        throw new UnsupportedOperationException(texts.toString());
    }
}
