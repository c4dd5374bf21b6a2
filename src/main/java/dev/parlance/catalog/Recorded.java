package dev.parlance.catalog;

import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.locales.LocaleTag;
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

    /** @param sourceWording the digest of what it was made from, or what no digest is; null for the source itself */
    record OfText(Wording wording, TextState state, @Nullable String sourceWording, Confirmations confirmed) implements Recorded {
    }

    /** @param translations by locale */
    record OfTerm(String term, boolean doNotTranslate, String notes, SortedMap<LocaleTag, String> translations) implements Recorded {
    }
}
