package dev.parlance.drift;

import dev.parlance.checks.text.CheckedText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A message with its texts, without fallbacks.
 *
 * @param retry the label of the advice on retries
 * @param texts by locale
 */
public record DriftMessage(String key, String code, String reason, int httpStatus, Optional<String> retry, ArgumentContract contract,
                           SortedMap<LocaleTag, CheckedText> texts) {
    Optional<CheckedText> text(LocaleTag locale) {
        return Optional.ofNullable(texts.get(locale));
    }
}
