package dev.parlance.formats.table;

import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Infers the fields of table columns.
 *
 * <p>The heading accounts for two thirds of the confidence and the content for one third. The best pairs of column and field are chosen
 * first. Then missing fields are filled: a description becomes the message, the name of an error or its HTTP status becomes the code, and
 * finally the content alone decides, except for columns whose heading names another field.
 */
final class MappingGuess {
    private static final double HEADING_WEIGHT = 0.65;
    private static final double CONTENT_WEIGHT = 0.35;
    private static final double CONTENT_ONLY_WEIGHT = 0.5;
    private static final double MIN_CONFIDENCE = 0.35;
    private static final double PROMOTED_WEIGHT = 0.8;
    private static final double MAX_CONFIDENCE_GAP = 0.25;
    /** A single heading such as "is" may be a word rather than a locale. */
    private static final int MIN_LOCALE_HEADINGS = 2;

    private final Table table;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<ColumnContent> contents = new ArrayList<>();
    private final Map<Integer, Candidate> chosen = new LinkedHashMap<>();
    private final Set<Integer> named = new HashSet<>();
    private int localeHeadings;

    private record Candidate(int column, TableField field, Optional<LocaleTag> locale, double confidence) {
        private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::confidence).reversed()
                .thenComparingInt(Candidate::column).thenComparing(Candidate::field);

        Candidate as(TableField other, double factor) {
            return new Candidate(column, other, locale, confidence * factor);
        }
    }

    private MappingGuess(Table table) {
        this.table = table;
    }

    /** Returns the mapping of the tables that have a code and a message. A heading has the same meaning in each of them. */
    static TableMapping of(List<Table> tables) {
        var columns = new LinkedHashMap<String, ColumnMapping>();
        for (var table : tables) {
            var guess = new MappingGuess(table);
            guess.run();
            if (guess.isUsable()) {
                guess.columns().forEach(it -> columns.merge(it.column(), it, MappingGuess::moreConfident));
            }
        }
        return new TableMapping(List.copyOf(columns.values()));
    }

    private static ColumnMapping moreConfident(ColumnMapping first, ColumnMapping second) {
        boolean ignored = first.field() == TableField.IGNORED;
        return ignored != (second.field() == TableField.IGNORED) ? ignored ? second : first
                : second.confidence() > first.confidence() ? second : first;
    }

    private void run() {
        localeHeadings = (int) table.columns().stream().filter(it -> HeadingWords.match(it).isEmpty() && LocaleHeading.parse(it).isPresent())
                .count();
        for (int i = 0; i < table.columns().size(); i++) {
            contents.add(ColumnContent.of(table, i));
            addCandidates(i);
        }
        candidates.stream().sorted(Candidate.BEST_FIRST).forEach(this::choose);
        if (!has(TableField.MESSAGE)) {
            promoteDescription();
            candidates.stream().filter(it -> it.field() == TableField.DESCRIPTION).sorted(Candidate.BEST_FIRST).forEach(this::choose);
        }
        if (!has(TableField.KEY) && !has(TableField.CODE)) {
            promote(TableField.REASON, TableField.CODE);
        }
        chooseByContent(TableField.MESSAGE);
        if (!has(TableField.KEY)) {
            chooseByContent(TableField.CODE);
            if (!has(TableField.CODE)) {
                promote(TableField.HTTP_STATUS, TableField.CODE);
            }
        }
    }

    private void addCandidates(int column) {
        var heading = table.columns().get(column);
        var content = contents.get(column);
        var locale = LocaleHeading.parse(heading);
        if (locale.isPresent() && (!locale.get().bare() || content.cells() == 0 || content.prose() > 0.3
                || isLocaleColumn(column))) {
            named.add(column);
            candidates.add(new Candidate(column, locale.get().field(), Optional.of(locale.get().locale()),
                    HEADING_WEIGHT + CONTENT_WEIGHT * content.prose()));
            return;
        }
        HeadingWords.match(heading).forEach((field, score) -> {
            if (score >= 0.6) {
                named.add(column);
            }
            if (field == TableField.CODE && content.isRepeatedStatus()) {
                candidates.add(new Candidate(column, TableField.HTTP_STATUS, Optional.empty(),
                        HEADING_WEIGHT * score * PROMOTED_WEIGHT + CONTENT_WEIGHT));
                return;
            }
            double confidence = HEADING_WEIGHT * score + CONTENT_WEIGHT * content.fit(field);
            if (field != TableField.IGNORED && confidence >= MIN_CONFIDENCE) {
                candidates.add(new Candidate(column, field, Optional.empty(), confidence));
            }
        });
    }

    /** The first column contains the keys and is often called "id", which is also the code of Indonesian. */
    private boolean isLocaleColumn(int column) {
        return column > 0 && localeHeadings >= MIN_LOCALE_HEADINGS && contents.get(column).code() < 0.5
                && HeadingWords.match(table.columns().get(column)).isEmpty();
    }

    /** Messages and descriptions may occur once per locale, all other fields once. */
    private void choose(Candidate candidate) {
        boolean taken = chosen.values().stream()
                .anyMatch(it -> it.field() == candidate.field() && it.locale().equals(candidate.locale()));
        if (!taken) {
            chosen.putIfAbsent(candidate.column(), candidate);
        }
    }

    /** Uses a description as the message. Of descriptions with similar confidence, the first one is usually the shortest. */
    private void promoteDescription() {
        var descriptions = candidates.stream().filter(it -> it.field() == TableField.DESCRIPTION).sorted(Candidate.BEST_FIRST).toList();
        descriptions.stream().filter(it -> it.confidence() > descriptions.get(0).confidence() - MAX_CONFIDENCE_GAP)
                .min(Comparator.comparingInt(Candidate::column)).ifPresent(it -> {
                    chosen.values().removeIf(other -> other.field() == TableField.DESCRIPTION);
                    chosen.put(it.column(), it.as(TableField.MESSAGE, PROMOTED_WEIGHT));
                });
    }

    private void promote(TableField from, TableField to) {
        chosen.replaceAll((column, it) -> it.field() == from ? it.as(to, PROMOTED_WEIGHT) : it);
    }

    private void chooseByContent(TableField field) {
        if (!has(field)) {
            var best = new ArrayList<Candidate>();
            for (int i = 0; i < contents.size(); i++) {
                double confidence = CONTENT_ONLY_WEIGHT * contents.get(i).fit(field);
                if (!chosen.containsKey(i) && !named.contains(i) && confidence >= MIN_CONFIDENCE) {
                    best.add(new Candidate(i, field, Optional.empty(), confidence));
                }
            }
            best.stream().min(Candidate.BEST_FIRST).ifPresent(this::choose);
        }
    }

    private boolean has(TableField field) {
        return chosen.values().stream().anyMatch(it -> it.field() == field);
    }

    private boolean isUsable() {
        return has(TableField.MESSAGE) && (has(TableField.CODE) || has(TableField.KEY));
    }

    private List<ColumnMapping> columns() {
        var columns = new ArrayList<ColumnMapping>();
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            var best = chosen.get(i);
            double other = candidates.stream().filter(it -> it.column() == column).mapToDouble(Candidate::confidence).max().orElse(0);
            columns.add(best == null ? new ColumnMapping(table.columns().get(i), TableField.IGNORED, Optional.empty(), rounded(1 - other))
                    : new ColumnMapping(table.columns().get(i), best.field(), best.locale(), rounded(best.confidence())));
        }
        return columns;
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }
}
