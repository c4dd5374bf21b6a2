/**
 * Glossary terms: required translations, and words that must not be translated.
 *
 * <p>The checks compare every text with all terms of its catalog, so a glossary has a maximum size. A changed term invalidates the check
 * results of the translations whose source contains it. They are reset in the same transaction and computed again later, because one term
 * may concern many texts.
 */
@NullMarked
package dev.parlance.catalog.glossary;

import org.jspecify.annotations.NullMarked;
