package dev.parlance.publishing.memory;

/** The quality of a match between a message and a search text, best first. */
enum MatchRank {
    /** Its key or code is the text. */
    IDENTIFIER,
    /** Its reason is the text. */
    REASON,
    /** Its key or reason, or its text or description in the requested or source locale, contains the text. */
    PHRASE,
    /** It contains all words of the text, possibly in several of these places. */
    WORDS,
    /** Its text or description in another locale contains the text. */
    PHRASE_IN_OTHER_LOCALE,
    /** It contains all words of the text in one other locale. */
    WORDS_IN_OTHER_LOCALE,
    /** It renders to the text in one of its locales. */
    RENDERED,
    /** It renders to a similar text, or to a part of the text, and no message of its catalog renders to the whole text. */
    RENDERED_SIMILARLY,
    /** Its HTTP status, or one of its tags, is the text. */
    ATTRIBUTE
}
