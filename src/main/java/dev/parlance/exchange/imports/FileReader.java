package dev.parlance.exchange.imports;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileIssue;
import dev.parlance.formats.FileLocale;
import dev.parlance.formats.FileText;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.dialect.DialectDetector;
import dev.parlance.formats.folder.FolderImport;
import dev.parlance.formats.i18next.PluralKeys;
import dev.parlance.formats.table.ColumnMapping;
import dev.parlance.formats.table.TableFormat;
import dev.parlance.formats.table.TableMapping;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads files in any format. */
@Singleton
public final class FileReader {
    /** Below this confidence, a file probably has an unknown format. */
    private static final double MIN_CONFIDENCE = 0.3;
    private static final int MAX_SAMPLES = 2000;

    private final List<ImportFormat> formats;

    public FileReader(List<ImportFormat> formats) {
        this.formats = formats;
    }

    private record Recognised(ImportFormat format, double confidence) {
    }

    /**
     * Reads a file.
     *
     * @param source the source locale of the catalog
     * @throws FileFormatException if the file has no known format or violates it
     */
    ReadFile read(SourceFile file, ImportOptions options, LocaleTag source) {
        return read(file, recognise(file, options).orElseThrow(() -> unknownFormat(file)), options, source);
    }

    /** Reports an encoding fault if there is one, because text in an encoding other than UTF-8 usually matches no format. */
    private FileFormatException unknownFormat(SourceFile file) {
        file.text();
        return new FileFormatException(file.path(), FileFault.UNKNOWN_FORMAT, 0, names());
    }

    /** Reads a file of an archive; empty if its format is unknown or it has no messages, such as a README. */
    Optional<ReadFile> readIfKnown(SourceFile file, ImportOptions options, LocaleTag source) {
        var recognised = recognise(file, options).filter(it -> it.confidence() >= MIN_CONFIDENCE);
        try {
            return recognised.map(it -> read(file, it, options, source));
        } catch (FileFormatException e) {
            if (e.fault() == FileFault.NO_MESSAGES && options.format().isEmpty()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Requires that the format of the options exists.
     *
     * @throws dev.parlance.problems.ProblemException {@code INVALID_PARAMETER}
     */
    public void requireFormat(Optional<String> name) {
        name.filter(it -> !it.equals(FolderImport.NAME)).ifPresent(it -> findFormat(it).orElseThrow(
                () -> ProblemType.INVALID_PARAMETER.with("format", it, names())));
    }

    private String names() {
        return formats.stream().map(ImportFormat::name).sorted().collect(Collectors.joining(", "));
    }

    private Optional<ImportFormat> findFormat(String name) {
        return formats.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** A chosen format is certain for a single file. In an archive, it must match the file. Of equally probable formats, the first wins. */
    private Optional<Recognised> recognise(SourceFile file, ImportOptions options) {
        if (options.format().isPresent()) {
            return options.format().flatMap(this::findFormat).map(it -> new Recognised(it, it.recognise(file)));
        }
        return formats.stream().map(it -> new Recognised(it, it.recognise(file))).filter(it -> it.confidence() >= MIN_CONFIDENCE)
                .reduce((best, it) -> it.confidence() > best.confidence() ? it : best);
    }

    private static ReadFile read(SourceFile file, Recognised recognised, ImportOptions options, LocaleTag source) {
        var format = recognised.format();
        Optional<TableMapping> mapping = format instanceof TableFormat table
                ? Optional.of(mappingOf(table, file, options)) : Optional.empty();
        var found = withoutEmptyTexts(mapping.map(it -> ((TableFormat) format).read(file, it)).orElseGet(() -> format.read(file)));
        var dialect = dialectOf(format, found, options);
        var content = dialect.dialect() == MessageDialect.I18NEXT ? PluralKeys.combine(found) : found;
        var locale = options.locale().or(content::locale).or(() -> FileLocale.of(file.path())).or(options::sourceLocale).orElse(source);
        var description = new ImportedFile(file.path(), Optional.of(format.name()),
                options.format().isPresent() ? 1 : recognised.confidence(), Optional.of(dialect.dialect().label()), dialect.confidence(),
                Optional.of(locale.value()), mapping, content.entries().size(), content.issues(), content.issues().size());
        return new ReadFile(description, content, dialect.dialect(), options.dialect().isPresent(), locale, source, true);
    }

    static ReadFile toFolder(String path, FileContent content, LocaleTag source) {
        var description = new ImportedFile(path, Optional.of(FolderImport.NAME), 1, Optional.of(MessageDialect.ICU.label()), 1,
                Optional.of(source.value()), Optional.empty(), content.entries().size(), content.issues(), content.issues().size());
        return new ReadFile(description, content, MessageDialect.ICU, false, source, source, false);
    }

    /** A mapping for a table with different headings does not apply. */
    private static TableMapping mappingOf(TableFormat format, SourceFile file, ImportOptions options) {
        var guess = format.guess(file);
        var headings = guess.columns().stream().map(ColumnMapping::column).toList();
        return options.mapping().filter(it -> headings.containsAll(it.columns().stream().map(ColumnMapping::column).toList()))
                .orElse(guess);
    }

    private static DialectDetector.Guess dialectOf(ImportFormat format, FileContent content, ImportOptions options) {
        Optional<MessageDialect> certain = options.dialect().or(format::dialect);
        if (certain.isPresent()) {
            return new DialectDetector.Guess(certain.get(), 1);
        }
        var samples = content.entries().stream().flatMap(it -> Stream.concat(it.sourceText().stream(),
                it.texts().stream().filter(text -> text.dialect().isEmpty()).map(FileText::text))).limit(MAX_SAMPLES).toList();
        return samples.isEmpty() ? new DialectDetector.Guess(MessageDialect.PLAIN, 1) : DialectDetector.detect(samples).get(0);
    }

    /** Removes empty texts, which represent missing translations. */
    private static FileContent withoutEmptyTexts(FileContent content) {
        var entries = new ArrayList<FileEntry>();
        var issues = new ArrayList<>(content.issues());
        for (var entry : content.entries()) {
            var texts = entry.texts().stream().filter(it -> !isEmpty(it.text())).toList();
            if (texts.size() < entry.texts().size()) {
                issues.add(new FileIssue(FileIssue.Reason.EMPTY, entry.line(), entry.key()));
            }
            if (!texts.isEmpty() || entry.texts().isEmpty() || entry.sourceText().isPresent()) {
                entries.add(texts.size() == entry.texts().size() ? entry
                        : new FileEntry(entry.key(), entry.line(), texts, entry.details(), entry.sourceText()));
            }
        }
        return new FileContent(content.locale(), content.sourceLocale(), entries, issues);
    }

    private static boolean isEmpty(RawText text) {
        return text instanceof RawText.Single single && single.text().isBlank()
                || text instanceof RawText.PluralForms forms && forms.forms().values().stream().allMatch(String::isBlank);
    }
}
