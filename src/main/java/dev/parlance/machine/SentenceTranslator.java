package dev.parlance.machine;

import dev.parlance.locales.LocaleTag;
import java.util.List;

/** Translates sentences without knowing what their marks stand for. */
interface SentenceTranslator {

    /**
     * @param sentences at least one
     * @return as many, in the same order
     */
    List<String> translate(List<String> sentences, LocaleTag sourceLocale, LocaleTag targetLocale);
}
