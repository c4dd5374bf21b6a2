package dev.parlance.drift;

import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The messages of a catalog whose source texts are equal, found on first use. */
final class SameSources {
    /** One other translation proves the difference; more would be compared for nothing. */
    private static final int MAX_COMPARED = 20;

    private final DriftCatalog catalog;
    private final Map<String, List<Integer>> positionsBySource = new HashMap<>();

    SameSources(DriftCatalog catalog) {
        this.catalog = catalog;
        var messages = catalog.messages();
        for (int i = 0; i < messages.size(); i++) {
            int position = i;
            sourceOf(messages.get(i)).ifPresent(it -> {
                var positions = positionsBySource.computeIfAbsent(it, source -> new ArrayList<>(1));
                if (positions.size() <= MAX_COMPARED) {
                    positions.add(position);
                }
            });
        }
    }

    private Optional<String> sourceOf(DriftMessage message) {
        return message.text(catalog.sourceLocale()).map(it -> it.message()).filter(it -> !it.isBlank());
    }

    /** Returns the translations of other messages with the same source text. */
    List<String> others(DriftMessage message, LocaleTag locale) {
        var positions = sourceOf(message).map(positionsBySource::get).orElse(List.of());
        return positions.size() < 2 ? List.of() : positions.stream().map(catalog.messages()::get).filter(it -> !it.key().equals(message.key()))
                .map(it -> it.text(locale).map(text -> text.message()).orElse(null)).filter(Objects::nonNull).toList();
    }
}
