package dev.parlance;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileIssue;
import dev.parlance.formats.FileLocale;
import dev.parlance.formats.FileText;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.dialect.DialectDetector;
import dev.parlance.formats.dialect.DialectReader;
import dev.parlance.formats.table.TableFormat;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads all documents of a folder and prints what an import gets from each.
 *
 * <p>For each document: the recognised formats with confidence, the number of entries and texts, the dialect, the texts that do not
 * follow the dialect, and the issues by reason. With a second argument, each issue and each refused text is listed with its line.
 */
public final class DocumentTrial {
    private static final double MIN_CONFIDENCE = 0.3;
    private static final LocaleTag DEFAULT_LOCALE = LocaleTag.parse("en");

    private final PrintStream out;
    private final boolean detailed;

    private DocumentTrial(PrintStream out, boolean detailed) {
        this.out = out;
        this.detailed = detailed;
    }

    private record Recognised(ImportFormat format, double confidence) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %.2f", format.name(), confidence);
        }
    }

    /** Reads the folder of the first argument; any second argument asks for details. */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var trial = new DocumentTrial(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments.length > 1);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                trial.read(new SourceFile(folder.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
    }

    private void read(SourceFile file) {
        var recognised = FileFormats.importFormats().stream().map(it -> new Recognised(it, it.recognise(file)))
                .filter(it -> it.confidence() >= MIN_CONFIDENCE).sorted(Comparator.comparingDouble(Recognised::confidence).reversed())
                .toList();
        out.println(file.path() + ": " + recognised);
        if (recognised.isEmpty()) {
            return;
        }
        try {
            var format = recognised.get(0).format();
            if (format instanceof TableFormat table) {
                out.println("  columns " + table.guess(file).columns());
            }
            print(file, format, format.read(file));
        } catch (FileFormatException e) {
            out.println("  " + e.fault().label() + " in line " + e.line() + ": " + e.getMessage());
        }
    }

    private void print(SourceFile file, ImportFormat format, FileContent content) {
        var locale = content.locale().or(() -> FileLocale.of(file.path())).orElse(DEFAULT_LOCALE);
        var texts = content.entries().stream().flatMap(it -> it.texts().stream()).toList();
        var dialect = dialectOf(format, texts);
        var byLocale = new TreeMap<String, Integer>();
        texts.forEach(it -> byLocale.merge(it.locale().orElse(locale).value(), 1, Integer::sum));
        long descriptions = texts.stream().filter(it -> it.description().isPresent()).count();
        long sources = content.entries().stream().filter(it -> it.sourceText().isPresent()).count();
        out.println("  " + content.entries().size() + " entries, " + texts.size() + " texts, " + descriptions + " descriptions, " + sources
                + " source texts, by locale " + byLocale + ", dialect " + dialect.dialect().label()
                + String.format(Locale.ROOT, " %.2f", dialect.confidence()));
        out.println("  issues " + content.issues().stream()
                .collect(Collectors.groupingBy(it -> it.reason().label(), TreeMap::new, Collectors.counting())));
        var refused = refused(content, dialect.dialect(), locale);
        out.println("  refused " + refused.size());
        if (detailed) {
            content.issues().stream().map(DocumentTrial::describe).forEach(out::println);
            refused.forEach(out::println);
        }
    }

    private static DialectDetector.Guess dialectOf(ImportFormat format, List<FileText> texts) {
        var samples = texts.stream().filter(it -> it.dialect().isEmpty()).map(FileText::text).toList();
        return format.dialect().map(it -> new DialectDetector.Guess(it, 1))
                .orElseGet(() -> samples.isEmpty() ? new DialectDetector.Guess(MessageDialect.PLAIN, 1)
                        : DialectDetector.detect(samples).get(0));
    }

    private static List<String> refused(FileContent content, MessageDialect dialect, LocaleTag locale) {
        var refused = new ArrayList<String>();
        for (var entry : content.entries()) {
            for (var text : entry.texts()) {
                try {
                    DialectReader.read(text.dialect().orElse(dialect), text.text(), text.locale().orElse(locale));
                } catch (TextSyntaxException e) {
                    refused.add("    refused@" + entry.line() + ":" + entry.key() + " " + e.getMessage() + ": " + show(text.text()));
                }
            }
        }
        return refused;
    }

    private static String describe(FileIssue issue) {
        return "    " + issue.reason().label() + "@" + issue.line() + ":" + issue.key().lines().findFirst().orElse("");
    }

    private static String show(RawText text) {
        return text instanceof RawText.Single single ? single.text().replace('\n', ' ') : text.toString();
    }
}
