package dev.parlance.drift;

import dev.parlance.checks.text.CheckedText;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The messages of a catalog whose source texts are equal, found on first use. */
final class SameSources {
    /** One other translation proves the difference; more would be compared for nothing. */
    private static final int MAX_COMPARED = 20;

    private final DriftCatalog catalog;
    private final Map<String, List<Integer>> positionsBySource = new HashMap<>();

    SameSources(DriftCatalog catalog) {
        this.catalog = catalog;
        var sources = catalog.sources();
        for (int position = 0; position < sources.size(); position++) {
            var source = sources.get(position);
            if (!source.isBlank()) {
                var positions = positionsBySource.computeIfAbsent(source, it -> new ArrayList<>(1));
                if (positions.size() <= MAX_COMPARED) {
                    positions.add(position);
                }
            }
        }
    }

    /** Returns the translations of other messages with the same source text. */
    List<String> others(DriftMessage message, LocaleTag locale) {
        var positions = message.text(catalog.sourceLocale()).map(it -> positionsBySource.get(it.message())).orElse(List.of());
        return positions.size() < 2 ? List.of() : positions.stream().map(catalog.messages()::get)
                .filter(it -> !it.key().equals(message.key())).flatMap(it -> it.text(locale).stream()).map(CheckedText::message).toList();
    }
}
