package dev.parlance.checks.text;

import java.util.Optional;

/**
 * A glossary term.
 *
 * @param source the term in the source locale
 * @param translation the term in the locale of the text; empty if it is not settled
 * @param doNotTranslate whether the term stays the same in every language
 */
public record CheckedTerm(String source, Optional<String> translation, boolean doNotTranslate) {
}
