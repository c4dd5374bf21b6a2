package dev.parlance.catalog;

import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.locales.LocaleTag;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A whole thing as history keeps it, before a change or after it. */
public sealed interface Recorded {

    record OfCatalog(String title, boolean reviewRequired, boolean twoPersonRule) implements Recorded {
    }

    record OfLocale(boolean required) implements Recorded {
    }

    record OfMessage(Message.Definition definition) implements Recorded {
    }

    /**
     * @param sourceWording the digest of what it was made from, or what no digest is; null for the source itself
     * @param by            null for whoever makes it so, and in lines that are older than the names in them
     */
    record OfText(Wording wording, TextState state, @Nullable String sourceWording, Confirmations confirmed, @Nullable By by) implements Recorded {

        /** @param approved null where nobody approved it */
        public record By(String worded, @Nullable String approved) {
        }

        /** By whoever makes it so. */
        public OfText(Wording wording, TextState state, @Nullable String sourceWording, Confirmations confirmed) {
            this(wording, state, sourceWording, confirmed, null);
        }

        /** Whoever it is by. */
        public boolean isLike(OfText other) {
            return wording.equals(other.wording) && state == other.state && Objects.equals(sourceWording, other.sourceWording)
                    && confirmed.equals(other.confirmed);
        }

        /** Nobody knows any more who approved it, where no names were written down: then it is not approved. */
        public OfText asTakenBack() {
            return by == null && state == TextState.APPROVED ? new OfText(wording, TextState.TRANSLATED, sourceWording, confirmed) : this;
        }
    }

    /** @param translations by locale */
    record OfTerm(String term, boolean doNotTranslate, String notes, SortedMap<LocaleTag, String> translations) implements Recorded {
    }
}
