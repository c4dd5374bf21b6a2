package dev.parlance.drift;

import dev.parlance.checks.Finding;
import dev.parlance.locales.LocaleTag;
import java.util.Optional;

/**
 * One drift.
 *
 * @param key     the key of the message
 * @param locale  empty if it concerns the definition
 * @param what    the values that disagree; empty if the finding explains it
 * @param finding the finding of a check
 */
public record DriftItem(DriftKind kind, String key, Optional<LocaleTag> locale, String what, Optional<Finding> finding) {
    static DriftItem of(DriftKind kind, String key, LocaleTag locale, Finding finding) {
        return new DriftItem(kind, key, Optional.of(locale), "", Optional.of(finding));
    }

    static DriftItem of(DriftKind kind, String key, Optional<LocaleTag> locale, String what) {
        return new DriftItem(kind, key, locale, what, Optional.empty());
    }
}
