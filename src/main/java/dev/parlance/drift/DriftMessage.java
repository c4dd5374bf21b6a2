package dev.parlance.drift;

import dev.parlance.checks.text.CheckedText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A message with its texts, without fallbacks.
 *
 * @param grpcStatus that of the definition, or else the one that follows from the HTTP status
 * @param retry      the label of the advice on retries
 * @param texts      by locale
 */
public record DriftMessage(String key, String code, String reason, int httpStatus, EffectiveGrpcStatus grpcStatus, Optional<String> retry,
                           ArgumentContract contract, SortedMap<LocaleTag, CheckedText> texts) {
    /** @param agrees whether it agrees with the HTTP status of the message */
    public record EffectiveGrpcStatus(String name, boolean agrees) {
    }

    Optional<CheckedText> text(LocaleTag locale) {
        return Optional.ofNullable(texts.get(locale));
    }
}
