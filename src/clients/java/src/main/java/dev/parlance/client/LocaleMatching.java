package dev.parlance.client;

import java.util.Collection;

/** Selects one of the offered locales. */
public interface LocaleMatching {

    /**
     * Returns the best offered locale, or null if none matches.
     *
     * @param acceptLanguage a language tag, or several in the form of the header {@code Accept-Language}
     */
    String findBest(String acceptLanguage, Collection<String> offered);
}
