package dev.parlance.publishing.memory;

/** The quality of a match between a message and a search text, best first. */
enum MatchRank {
    /** Its key or code is the text. */
    IDENTIFIER,
    /** Its reason is the text. */
    REASON,
    /** Its key, reason, text or description contains the text. */
    PHRASE,
    /** It contains all words of the text. */
    WORDS,
    /** Its text may have been rendered as the search text. */
    RENDERED,
    /** Its HTTP status, or one of its tags, is the text. */
    ATTRIBUTE
}
