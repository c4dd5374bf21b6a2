package dev.parlance.exchange.imports;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileText;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.dialect.ConvertedText;
import dev.parlance.formats.dialect.DialectReader;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ForbiddenCharacters;
import dev.parlance.problems.LineBreaks;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A file that was read, with the dialect and the locale that apply to its texts.
 *
 * @param description the properties with which it was read
 * @param forced      the dialect that the caller chose; without one, texts may declare their own
 * @param source      the source locale of the catalog
 * @param literalNotes whether descriptions are literal; otherwise, they have the syntax of their text
 */
public record ReadFile(ImportedFile description, FileContent content, MessageDialect dialect, boolean forced, LocaleTag locale,
        LocaleTag source, boolean literalNotes) {

    String path() {
        return description.path();
    }

    /** Returns the entries by their keys, in the order of the file. */
    Map<String, List<FileEntry>> groups() {
        var groups = new LinkedHashMap<String, List<FileEntry>>();
        content.entries().forEach(it -> groups.computeIfAbsent(it.key(), key -> new ArrayList<>(1)).add(it));
        return groups;
    }

    /** Returns the locales of the texts of entries. */
    Set<LocaleTag> localesOf(List<FileEntry> entries) {
        var locales = new TreeSet<LocaleTag>();
        entries.forEach(entry -> entry.texts().forEach(it -> locales.add(it.locale().orElse(locale))));
        return locales;
    }

    /** Converts a text. A comment becomes the description of the source text. */
    ConvertedEntry convert(FileEntry entry, FileText text) {
        var target = text.locale().orElse(locale);
        var note = text.description().or(() -> target.equals(source) ? entry.details().comment() : Optional.empty())
                .filter(it -> !it.isBlank()).map(LineBreaks::normalize);
        var original = new ConvertedEntry.Original(forced ? dialect : text.dialect().orElse(dialect), text.text());
        try {
            var read = DialectReader.read(original.dialect(), original.text(), target);
            var converted = new ConvertedText(read.syntax(), LineBreaks.normalize(read.text()));
            var fault = findFault(converted, note).or(() -> literalNotes ? Optional.empty()
                    : note.flatMap(it -> findFault("/description", converted.syntax(), it)));
            return new ConvertedEntry(target, entry.line(), original, fault.isPresent() ? Optional.empty() : Optional.of(converted),
                    note.map(it -> literalNotes ? DialectReader.quote(converted, it) : it), literalNotes ? note : Optional.empty(),
                    text.state(), fault);
        } catch (TextSyntaxException e) {
            return new ConvertedEntry(target, entry.line(), original, Optional.empty(), Optional.empty(), Optional.empty(),
                    text.state(), Optional.of("offset " + e.offset() + ": " + e.getMessage()));
        }
    }

    /**
     * Converts the source text of a translation entry; empty if the file is translated from another language.
     *
     * <p>Its dialect is that of the translation.
     */
    Optional<ConvertedEntry> convertSource(FileEntry entry) {
        var dialects = entry.texts().stream().map(FileText::dialect).flatMap(Optional::stream).findFirst();
        return entry.sourceText().filter(it -> content.sourceLocale().map(this::isSourceLanguage).orElse(true))
                .filter(it -> entry.texts().stream().noneMatch(text -> text.locale().orElse(locale).equals(source)))
                .map(it -> convert(entry, new FileText(Optional.of(source), it, Optional.empty(), Optional.empty(), dialects)));
    }

    private boolean isSourceLanguage(LocaleTag declared) {
        return declared.value().split("-")[0].equals(source.value().split("-")[0]);
    }

    private static Optional<String> findFault(ConvertedText text, Optional<String> note) {
        var forbidden = ForbiddenCharacters.findFirst(text.text() + note.orElse(""));
        return forbidden.isPresent() ? Optional.of(String.format(Locale.ROOT, "forbidden character U+%04X", forbidden.getAsInt()))
                : findFault("/message", text.syntax(), text.text());
    }

    /** Returns the reason why a text must not be stored; empty if it may be stored. */
    static Optional<String> findFault(String pointer, Syntax syntax, String text) {
        try {
            PatternValidator.validate(pointer, syntax, text);
            return Optional.empty();
        } catch (ProblemException problem) {
            return Optional.of(describe(problem));
        }
    }

    /** Returns the key of a problem and its arguments, without the pointer, because the entry has its own location. */
    private static String describe(ProblemException problem) {
        var arguments = new LinkedHashMap<>(problem.givenArguments());
        arguments.remove("pointer");
        if (problem.type() == ProblemType.FORMATTER_NOT_ALLOWED) {
            return describeFormat(String.valueOf(arguments.get("formatter")), arguments.get("allowed"));
        }
        return arguments.entrySet().stream().map(it -> it.getKey() + (isList(it.getValue()) ? ": " : " ") + it.getValue())
                .collect(Collectors.joining("; ", problem.type().key() + (arguments.isEmpty() ? "" : ": "), ""));
    }

    private static String describeFormat(String format, Object allowed) {
        // This format exists in java.text.MessageFormat. In ICU, a plural replaces it.
        boolean replaceable = format.equals("choice") && listed(allowed).contains("plural");
        return "the format " + format + " is not accepted" + (replaceable ? "; use plural instead" : "") + "; accepted formats: " + allowed;
    }

    private static boolean isList(Object argument) {
        return listed(argument).size() > 1;
    }

    private static List<String> listed(Object argument) {
        return List.of(String.valueOf(argument).split(", "));
    }
}
