package dev.parlance.machine;

import dev.parlance.locales.LocaleTag;
import java.util.List;

/** Translates sentences without knowing what their placeholders stand for. */
interface SentenceTranslator {

    /**
     * Translates sentences.
     *
     * @param sentences at least one
     * @return the same number of sentences in the same order
     * @throws dev.parlance.problems.ProblemException if the translator is unavailable
     */
    List<String> translate(List<String> sentences, LocaleTag sourceLocale, LocaleTag targetLocale);
}
