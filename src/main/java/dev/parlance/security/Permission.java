package dev.parlance.security;

/** What may be allowed or denied in one catalog; of these roles and the scopes of keys are made. */
public enum Permission {
    /** Published releases. Everybody's, where the catalog is public. */
    READ,
    /** Drafts, findings, history, glossary. */
    READ_DRAFT,
    /** To word texts, in the locales that are allowed. */
    TRANSLATE,
    /** To approve texts, in the locales that are allowed. */
    APPROVE,
    /** Messages, locales, glossary and the settings of a catalog; acts over many texts, and taking them back. */
    MANAGE,
    /** Files in. */
    IMPORT,
    /** To cut releases and to move channels. */
    PUBLISH,
    /** Who may what in the catalog. */
    ADMINISTER
}
