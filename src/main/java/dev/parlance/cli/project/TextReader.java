package dev.parlance.cli.project;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileLocale;
import dev.parlance.formats.FileText;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.dialect.DialectDetector;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the texts of files, with the same readers as imports by the service. */
public record TextReader(List<ImportFormat> formats, LocaleTag sourceLocale) {
    /** Below this confidence, a file probably has an unknown format. */
    private static final double MIN_CONFIDENCE = 0.2;

    private record ParsedFile(LocalFile file, ImportFormat format, FileContent content) {
    }

    /**
     * Returns the texts and the parts that cannot be imported, in the order of the files.
     *
     * @throws CommandFailure {@code USAGE} if a file has an unknown format or violates it
     */
    public LocalContent read(List<LocalFile> files) {
        var contents = new ArrayList<ParsedFile>();
        for (var file : files) {
            var format = formatOf(file);
            contents.add(new ParsedFile(file, format, read(file, format)));
        }
        var detected = new HashMap<FilePattern, MessageDialect>();
        var texts = new ArrayList<LocalText>();
        var issues = new ArrayList<LocalContent.LocatedIssue>();
        for (var it : contents) {
            it.content().issues().forEach(issue -> issues.add(new LocalContent.LocatedIssue(it.file(), issue)));
            for (var entry : it.content().entries()) {
                for (var text : entry.texts()) {
                    texts.add(new LocalText(entry.key(), localeOf(it, text), text.text(), text.description().orElse(""),
                            text.dialect().orElseGet(() -> dialectOf(it, contents, detected)), entry.details(), it.file(), entry.line()));
                }
            }
        }
        return new LocalContent(texts, issues);
    }

    /** Returns the format of a file: the configured one, or the most probable one. */
    public String formatNameOf(LocalFile file) {
        return formatOf(file).name();
    }

    /** Returns the dialect of files that match a pattern, unless their format prescribes it. */
    public Optional<MessageDialect> chosenDialectOf(List<LocalFile> files) {
        return files.stream().findFirst().filter(it -> formatOf(it).dialect().isEmpty())
                .flatMap(it -> it.pattern().dialect().or(() -> read(files).texts().stream().findFirst().map(LocalText::dialect)));
    }

    private ImportFormat formatOf(LocalFile file) {
        var named = file.pattern().format();
        if (named.isPresent()) {
            return formats.stream().filter(it -> it.name().equals(named.get())).findFirst()
                    .orElseThrow(() -> CommandFailure.usage("Unknown format " + named.get() + ". Formats: "
                            + formats.stream().map(ImportFormat::name).collect(Collectors.joining(", ")) + "."));
        }
        return formats.stream().filter(it -> it.recognise(file.source()) >= MIN_CONFIDENCE)
                .max(Comparator.comparing(it -> it.recognise(file.source())))
                .orElseThrow(() -> CommandFailure.usage("The format of " + file.path() + " is unknown. Name it: format: in "
                        + ProjectConfiguration.FILE_NAME + ", or --format."));
    }

    private static FileContent read(LocalFile file, ImportFormat format) {
        try {
            return format.read(file.source());
        } catch (FileFormatException e) {
            throw CommandFailure.usage(e.file() + (e.line() > 0 ? ":" + e.line() : "") + ": " + e.fault().label() + ": " + e.detail());
        }
    }

    /** The path takes precedence, because the header of a file is often copied from another file. */
    private LocaleTag localeOf(ParsedFile file, FileText text) {
        return text.locale().or(() -> file.file().locale()).or(() -> file.content().locale())
                .or(() -> FileLocale.of(file.file().path())).orElse(sourceLocale);
    }

    /** Detects the dialect from the texts of all languages, which is more reliable than from those of one file. */
    private static MessageDialect dialectOf(ParsedFile file, List<ParsedFile> all, Map<FilePattern, MessageDialect> detected) {
        var pattern = file.file().pattern();
        return pattern.dialect().or(() -> file.format().dialect()).orElseGet(() -> detected.computeIfAbsent(pattern,
                it -> DialectDetector.detect(textsOf(it, all)).get(0).dialect()));
    }

    private static List<RawText> textsOf(FilePattern pattern, List<ParsedFile> all) {
        return all.stream().filter(it -> it.file().pattern().equals(pattern)).flatMap(it -> it.content().entries().stream())
                .flatMap(it -> it.texts().stream()).map(FileText::text).toList();
    }
}
