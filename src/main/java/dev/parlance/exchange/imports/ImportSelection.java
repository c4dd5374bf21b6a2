package dev.parlance.exchange.imports;

import dev.parlance.catalog.MessageKey;
import dev.parlance.exchange.imports.ImportPlan.Part;
import dev.parlance.exchange.imports.ImportPlan.PlannedMessage;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The texts that an import may change, read from a file in its archive; all other texts are preserved.
 *
 * <p>A client that synchronises in both directions sends complete files, although some of their texts were changed only in the catalog.
 *
 * @param keys of files, by locale
 */
public record ImportSelection(Map<LocaleTag, Set<String>> keys) {
    /** Each line has a locale, a space, and a key, percent-encoded. */
    static final String FILE_NAME = ".parlance-selection";

    /** @throws FileFormatException if a line is not valid */
    static ImportSelection parse(SourceFile file) {
        var keys = new HashMap<LocaleTag, Set<String>>();
        for (var line : file.text().lines().toList()) {
            int space = line.indexOf(' ');
            try {
                keys.computeIfAbsent(LocaleTag.parse(line.substring(0, Math.max(0, space))), it -> new HashSet<>())
                        .add(URLDecoder.decode(line.substring(space + 1), StandardCharsets.UTF_8));
            } catch (ProblemException | IllegalArgumentException e) {
                throw new FileFormatException(file.path(), "expected a locale, a space and a percent-encoded key: " + line);
            }
        }
        return new ImportSelection(keys);
    }

    /** Returns the part of a plan that affects selected texts. */
    Part filter(Part part, CatalogIndex index) {
        var selected = resolve(index);
        return new Part(part.messages().stream().flatMap(it -> filter(it, selected).stream()).toList(),
                part.entries().stream().filter(it -> contains(it, selected)).toList());
    }

    private Map<MessageKey, Set<LocaleTag>> resolve(CatalogIndex index) {
        var selected = new HashMap<MessageKey, Set<LocaleTag>>();
        keys.forEach((locale, names) -> names.forEach(
                it -> selected.computeIfAbsent(index.resolve(it), key -> new HashSet<>()).add(locale)));
        return selected;
    }

    private static boolean contains(ImportEntry entry, Map<MessageKey, Set<LocaleTag>> selected) {
        var locales = selected.getOrDefault(new MessageKey(entry.key()), Set.of());
        return entry.locale() == null ? !locales.isEmpty() : locales.contains(LocaleTag.parse(entry.locale()));
    }

    /** The plan of a retired message contains no texts. */
    private static Optional<PlannedMessage> filter(PlannedMessage message, Map<MessageKey, Set<LocaleTag>> selected) {
        var locales = selected.getOrDefault(message.key(), Set.of());
        var texts = message.texts().stream().filter(it -> locales.contains(it.locale())).toList();
        return locales.isEmpty() ? Optional.empty()
                : Optional.of(new PlannedMessage(message.key(), message.isNew(), message.definition(), List.copyOf(texts)));
    }
}
