package dev.parlance.cli.check;

import dev.parlance.checks.CheckInput;
import dev.parlance.checks.Checks;
import dev.parlance.checks.Finding;
import dev.parlance.checks.Fix;
import dev.parlance.checks.Severity;
import dev.parlance.checks.text.CheckedText;
import dev.parlance.checks.text.TextPart;
import dev.parlance.cli.project.LocalContent;
import dev.parlance.cli.project.LocalContent.LocatedIssue;
import dev.parlance.cli.project.LocalText;
import dev.parlance.formats.FileIssue;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.dialect.ConvertedText;
import dev.parlance.formats.dialect.DialectReader;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the checks of the service on the texts of files, with neither service nor database. */
public final class CheckLocalTexts {
    /** Issues that lose a text; the other issues are common in files of their formats. */
    private static final Set<FileIssue.Reason> LOSING_TEXT = EnumSet.of(FileIssue.Reason.DUPLICATE_KEY, FileIssue.Reason.NOT_A_TEXT,
            FileIssue.Reason.INVALID_LOCALE, FileIssue.Reason.NO_KEY);

    private final Checks checks;
    private final LocaleTag sourceLocale;
    private final LocaleTag readerLocale;
    private final TextPosition positions = new TextPosition();
    private final List<LocatedFinding> findings = new ArrayList<>();

    private record CheckableText(LocalText text, CheckedText content) {
    }

    private record Source(CheckedText content, ArgumentContract contract) {
    }

    private CheckLocalTexts(Checks checks, LocaleTag sourceLocale, LocaleTag readerLocale) {
        this.checks = checks;
        this.sourceLocale = sourceLocale;
        this.readerLocale = readerLocale;
    }

    /**
     * Returns the findings by file and position.
     *
     * @param readerLocale the language of the explanations
     */
    public static List<LocatedFinding> run(Checks checks, LocaleTag sourceLocale, LocaleTag readerLocale, LocalContent content) {
        var run = new CheckLocalTexts(checks, sourceLocale, readerLocale);
        content.issues().forEach(run::addIssue);
        run.check(content.texts());
        return run.findings.stream().sorted().toList();
    }

    private void check(List<LocalText> texts) {
        var converted = new ArrayList<CheckableText>();
        for (var text : texts) {
            if (isEmpty(text.text())) {
                // An import treats it as a missing translation.
                continue;
            }
            convert(text).ifPresent(it -> converted.add(new CheckableText(text, it)));
        }
        var sources = new HashMap<String, Source>();
        for (var it : converted) {
            if (it.text().locale().equals(sourceLocale)) {
                sources.put(it.text().key(), new Source(it.content(), contractOf(it)));
            }
        }
        var siblings = siblingsOf(converted, sources);
        var found = new LinkedHashMap<CheckableText, List<Finding>>();
        for (var it : converted) {
            found.put(it, checks.run(toInput(it, sources, siblings)));
        }
        if (found.values().stream().anyMatch(it -> !it.isEmpty())) {
            var explanations = FindingExplanations.load(readerLocale);
            found.forEach((text, list) -> list.forEach(it -> add(text, it, explanations)));
        }
    }

    private Optional<CheckedText> convert(LocalText text) {
        try {
            return Optional.of(toChecked(text, DialectReader.read(text.dialect(), text.text(), text.locale())));
        } catch (TextSyntaxException e) {
            if (text.dialect() == MessageDialect.ICU && text.text() instanceof RawText.Single single) {
                // The check for invalid patterns reports it in the language of the user.
                return Optional.of(new CheckedText(Syntax.ICU, single.text(), ""));
            }
            addInvalid(text, e);
            return Optional.empty();
        }
    }

    private static boolean isEmpty(RawText text) {
        return text instanceof RawText.Single single && single.text().isBlank();
    }

    /** Comments are not checked, because they are for translators. */
    private static CheckedText toChecked(LocalText text, ConvertedText converted) {
        var description = text.description().isEmpty() ? "" : DialectReader.quote(converted, text.description());
        return new CheckedText(converted.syntax(), converted.text(), description);
    }

    private ArgumentContract contractOf(CheckableText source) {
        var declared = source.text().details().arguments();
        if (!declared.isEmpty()) {
            return new ArgumentContract(declared);
        }
        try {
            return InferredArguments.infer(source.content().syntax(), source.content().message());
        } catch (TextSyntaxException invalid) {
            return ArgumentContract.EMPTY;
        }
    }

    private CheckInput toInput(CheckableText it, Map<String, Source> sources, Map<List<Object>, List<CheckableText>> siblings) {
        var text = it.text();
        var source = Optional.ofNullable(sources.get(text.key()));
        boolean isSource = text.locale().equals(sourceLocale);
        var others = source.filter(found -> !isSource).map(found -> siblings.get(List.of(text.locale(), found.content().message())).stream()
                .filter(other -> other != it).map(other -> other.content().message()).distinct().toList()).orElse(List.of());
        return new CheckInput(sourceLocale, text.locale(), it.content(), isSource ? Optional.empty() : source.map(Source::content),
                source.map(Source::contract).orElseGet(() -> contractOf(it)), text.details().lengthLimit(), List.of(), others);
    }

    /** Groups translations by locale and source text. */
    private Map<List<Object>, List<CheckableText>> siblingsOf(List<CheckableText> texts, Map<String, Source> sources) {
        var siblings = new HashMap<List<Object>, List<CheckableText>>();
        for (var it : texts) {
            var source = sources.get(it.text().key());
            if (source != null) {
                siblings.computeIfAbsent(List.of(it.text().locale(), source.content().message()), key -> new ArrayList<>()).add(it);
            }
        }
        return siblings;
    }

    private void add(CheckableText checked, Finding it, FindingExplanations explanations) {
        var text = checked.text();
        var position = it.part() == TextPart.MESSAGE ? positions.find(text, checked.content().message(), it.start())
                : positions.find(text, checked.content().description(), it.start());
        findings.add(new LocatedFinding(text.file().path(), position.line(), position.column(), text.key(),
                Optional.of(text.locale().value()), it.check(), it.severity(), explanations.title(it), explanations.explain(it),
                it.fix().map(Fix::text)));
    }

    private void addInvalid(LocalText text, TextSyntaxException e) {
        var raw = text.text() instanceof RawText.Single single ? single.text() : "";
        var position = positions.find(text, raw, Math.min(e.offset(), raw.length()));
        findings.add(new LocatedFinding(text.file().path(), position.line(), position.column(), text.key(),
                Optional.of(text.locale().value()), "pattern", Severity.ERROR, "Invalid text",
                "The text does not follow the dialect " + text.dialect().label() + ": " + e.getMessage(), Optional.empty()));
    }

    private void addIssue(LocatedIssue it) {
        var issue = it.issue();
        boolean loses = LOSING_TEXT.contains(issue.reason());
        findings.add(new LocatedFinding(it.file().path(), Math.max(1, issue.line()), 1, issue.key(), Optional.empty(),
                issue.reason().label(),
                loses ? Severity.WARNING : Severity.INFORMATION, "Not imported",
                "An import leaves out “" + issue.key() + "”: " + issue.reason().label() + ".", Optional.empty()));
    }
}
