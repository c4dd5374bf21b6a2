package dev.parlance.security;

import java.util.Locale;

/** A permission in one catalog. Roles of members and scopes of keys are sets of permissions. */
public enum Permission {
    /** Read published releases. Not needed in public catalogs. */
    READ,
    /** Read drafts, findings, history and the glossary. */
    READ_DRAFT,
    /** Edit texts in the allowed locales. */
    TRANSLATE,
    /** Approve texts in the allowed locales. */
    APPROVE,
    /** Edit messages, locales, the glossary and catalog settings; run bulk jobs and revert them. */
    MANAGE,
    /** Import files. */
    IMPORT,
    /** Create releases and move channels. */
    PUBLISH,
    /** Manage access to the catalog. */
    ADMINISTER;

    /** Returns the name used in problems, such as {@code read-draft}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
