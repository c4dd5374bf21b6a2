package dev.parlance.checks.text;

import java.util.Optional;

/**
 * An entry of a glossary.
 *
 * @param source         as the source locale says it
 * @param translation    as the locale of the text says it; empty where it is not settled
 * @param doNotTranslate whether it stays as it is in every language
 */
public record CheckedTerm(String source, Optional<String> translation, boolean doNotTranslate) {
}
