package dev.parlance.exchange.imports;

import dev.parlance.exchange.imports.ImportEntry.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The outcome of a plan.
 *
 * @param counts     the number of entries of each kind; zero if absent
 * @param newLocales the tags of locales that are added
 * @param first      the first entries that are not {@code same}, starting with refused and conflicting ones
 * @param revision   of the import; empty if nothing was stored
 */
public record ImportReport(List<ImportedFile> files, Map<Kind, Integer> counts, SortedSet<String> newLocales, List<ImportEntry> first,
        OptionalLong revision) {
    /** The number of entries that are part of the report. */
    public static final int MAX_FIRST = 200;

    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    ImportReport withRevision(long number) {
        return new ImportReport(files, counts, newLocales, first, OptionalLong.of(number));
    }

    /** Collects a report while a plan is computed. */
    static final class Collector {
        private final List<ImportedFile> files = new ArrayList<>();
        private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        private final Map<Kind, List<ImportEntry>> open = new EnumMap<>(Kind.class);
        private final Map<Kind, List<ImportEntry>> first = new EnumMap<>(Kind.class);
        private final List<EntryPage> pages = new ArrayList<>();
        private final Map<Kind, Integer> pageNumbers = new EnumMap<>(Kind.class);
        private final SortedSet<String> newLocales = new TreeSet<>();

        void add(ImportedFile file) {
            files.add(file);
        }

        void addLocale(String tag) {
            newLocales.add(tag);
        }

        void add(ImportEntry entry) {
            counts.merge(entry.kind(), 1, Integer::sum);
            if (entry.kind() == Kind.SAME) {
                return;
            }
            var listed = first.computeIfAbsent(entry.kind(), it -> new ArrayList<>());
            if (listed.size() < MAX_FIRST) {
                listed.add(entry);
            }
            var page = open.computeIfAbsent(entry.kind(), it -> new ArrayList<>());
            page.add(entry);
            if (page.size() == EntryPage.SIZE) {
                close(entry.kind());
            }
        }

        int count(Kind kind) {
            return counts.getOrDefault(kind, 0);
        }

        private void close(Kind kind) {
            pages.add(EntryPage.of(kind, pageNumbers.merge(kind, 1, Integer::sum) - 1, open.remove(kind)));
        }

        /** Ends the collection and returns the entries that are not {@code same}. */
        List<EntryPage> pages() {
            List.copyOf(open.keySet()).forEach(this::close);
            return Collections.unmodifiableList(pages);
        }

        ImportReport report() {
            var listed = first.values().stream().flatMap(List::stream).limit(MAX_FIRST).toList();
            return new ImportReport(List.copyOf(files), Map.copyOf(counts), Collections.unmodifiableSortedSet(new TreeSet<>(newLocales)),
                    listed, OptionalLong.empty());
        }
    }
}
