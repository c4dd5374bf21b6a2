package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.text.CheckedText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.Corpora.Corpus;
import dev.parlance.rendering.Corpora.Text;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.JavaMessageFormatReader;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs the checks on the texts of another project.
 *
 * <p>The findings are counted, and the first ones of each check were reviewed one by one. {@code -Dchecks.update=true} rewrites the counts
 * and the table, and keeps the verdicts on unchanged findings.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CorpusChecksTestBase {
    private static final String HEADER = "check\tseverity\tkey\texplanation\targuments\tplace\tsource\ttext\tverdict\treason";
    private static final int FIRST = 50;
    private static final LocaleTag ENGLISH = LocaleTag.parse("en");

    private final Map<String, List<CorpusFinding>> foundByCheck = new LinkedHashMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private int texts;

    /** Returns the prefix of the names of the files of counts and verdicts. */
    abstract String name();

    abstract Corpus corpus() throws IOException;

    /** Returns the findings by check. */
    Map<String, List<CorpusFinding>> found() {
        return foundByCheck;
    }

    /** Returns the keys of the texts that are not Java message formats. */
    List<String> unreadable() {
        return unreadable;
    }

    private Path counts() {
        return Path.of("src/test/resources/" + name() + "-findings.tsv");
    }

    private Path verdicts() {
        return Path.of("src/test/resources/" + name() + "-judged.tsv");
    }

    @BeforeAll
    void runChecks() throws IOException {
        var english = new HashMap<String, String>();
        var translated = new ArrayList<Text>();
        for (var text : corpus().texts()) {
            if (text.locale().equals(ENGLISH)) {
                english.put(text.key().replace("messages_en.", "messages."), text.text());
            } else {
                translated.add(text);
            }
        }
        var siblings = siblings(english, translated);
        AllChecks.ALL.forEach(it -> foundByCheck.put(it.name(), new ArrayList<>()));
        var checks = new Checks(AllChecks.ALL);
        for (var text : translated) {
            var source = pattern(english.getOrDefault(sourceKey(text), ""));
            var pattern = pattern(text.text());
            if (pattern.isEmpty()) {
                unreadable.add(text.key());
            }
            if (source.isPresent() && pattern.isPresent() && !source.get().isEmpty()) {
                texts++;
                var subject = new CheckInput(ENGLISH, text.locale(), new CheckedText(Syntax.ICU, pattern.get(), ""),
                        Optional.of(new CheckedText(Syntax.ICU, source.get(), "")), contract(source.get()), OptionalInt.empty(), List.of(),
                        siblings.get(text.locale() + " " + english.get(sourceKey(text))));
                checks.run(subject).forEach(it -> foundByCheck.get(it.check())
                        .add(new CorpusFinding(text.key(), text.locale(), subject, it)));
            }
        }
        foundByCheck.values().forEach(it -> it.sort(Comparator.comparing(CorpusFinding::order)));
        if (Boolean.getBoolean("checks.update")) {
            Files.writeString(counts(), String.join("\n", countRows()) + "\n");
            Files.writeString(verdicts(), HEADER + "\n" + String.join("\n", table()) + "\n");
        }
    }

    @Test
    void matchesCommittedCounts() throws IOException {
        assertThat(countRows()).isEqualTo(Files.readAllLines(counts()));
    }

    @Test
    void listsFirstFindingsOfEachCheck() throws IOException {
        assertThat(Files.readAllLines(verdicts())).first().isEqualTo(HEADER);
        assertThat(table()).isEqualTo(Files.readAllLines(verdicts()).stream().skip(1).toList());
        assertThat(table()).allMatch(it -> it.split("\t", -1)[8].matches("right|wrong") && !it.split("\t", -1)[9].isBlank());
    }

    @Test
    void hasAtLeastNinetyPercentPrecision() throws IOException {
        var right = new TreeMap<String, Integer>();
        var all = new TreeMap<String, Integer>();
        Files.readAllLines(verdicts()).stream().skip(1).map(it -> it.split("\t", -1)).forEach(row -> {
            all.merge(row[0], 1, Integer::sum);
            right.merge(row[0], row[8].equals("right") ? 1 : 0, Integer::sum);
        });
        assertThat(all).isNotEmpty();
        assertThat(all.keySet()).allMatch(it -> right.get(it) >= 0.9 * all.get(it), right.toString());
    }

    private List<String> countRows() {
        var rows = new ArrayList<String>();
        rows.add("check\terrors\twarnings\tinformation\tof " + texts + " texts");
        foundByCheck.forEach((check, found) ->
                rows.add(check + "\t" + count(found, Severity.ERROR) + "\t" + count(found, Severity.WARNING) + "\t"
                + count(found, Severity.INFORMATION) + "\t"));
        return rows;
    }

    private static long count(List<CorpusFinding> found, Severity severity) {
        return found.stream().filter(it -> it.finding().severity() == severity).count();
    }

    /** Returns the current findings, with the verdicts of the committed table. */
    private List<String> table() throws IOException {
        var verdicts = new HashMap<String, String>();
        for (var row : Files.exists(verdicts()) ? Files.readAllLines(verdicts()) : List.<String>of()) {
            var cells = row.split("\t", -1);
            verdicts.put(String.join("\t", List.of(cells).subList(0, 6)), cells[8] + "\t" + cells[9]);
        }
        return foundByCheck.values().stream().flatMap(it -> it.stream().limit(FIRST))
                .map(it -> it.id() + "\t" + it.source() + "\t" + it.text() + "\t" + verdicts.getOrDefault(it.id(), "\t")).toList();
    }

    private static Map<String, List<String>> siblings(Map<String, String> english, List<Text> translated) {
        var siblings = new HashMap<String, List<String>>();
        translated.forEach(it -> siblings.computeIfAbsent(it.locale() + " " + english.get(sourceKey(it)), key -> new ArrayList<>())
                .add(pattern(it.text()).orElse(it.text())));
        return siblings;
    }

    private static String sourceKey(Text text) {
        return text.key().replaceFirst("messages_[^.]*\\.", "messages.");
    }

    private static Optional<String> pattern(String text) {
        try {
            return Optional.of(JavaMessageFormatReader.toPattern(text).pattern());
        } catch (TextSyntaxException bad) {
            return Optional.empty();
        }
    }

    private static ArgumentContract contract(String source) {
        return InferredArguments.infer(Syntax.ICU, source);
    }
}
