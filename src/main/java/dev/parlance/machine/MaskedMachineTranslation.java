package dev.parlance.machine;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.suggestions.MachineTranslation;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ForbiddenCharacters;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rendering.TranslatableSentences;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A machine translation that hides patterns from the translator.
 *
 * <p>The translator receives sentences with placeholders. A result whose arguments differ from those of the source is rejected.
 */
public final class MaskedMachineTranslation implements MachineTranslation {
    private final SentenceTranslator translator;

    MaskedMachineTranslation(SentenceTranslator translator) {
        this.translator = translator;
    }

    @Override
    public TextContent translate(TextContent source, LocaleTag sourceLocale, LocaleTag targetLocale) {
        var message = parseSentences(source.syntax(), source.message());
        var description = parseSentences(source.syntax(), source.description());
        var all = new ArrayList<>(message.maskedSentences());
        all.addAll(description.maskedSentences());
        var translated = translateSentences(all, sourceLocale, targetLocale);
        int messageSentences = message.maskedSentences().size();
        return new TextContent(source.syntax(),
                restoreAndVerify(source.syntax(), source.message(), message, translated.subList(0, messageSentences)),
                restoreAndVerify(source.syntax(), source.description(), description,
                translated.subList(messageSentences, translated.size())));
    }

    private static TranslatableSentences parseSentences(Syntax syntax, String text) {
        try {
            return TranslatableSentences.of(syntax, text);
        } catch (TextSyntaxException e) {
            throw unusableProblem("conversion");
        }
    }

    /** Skips sentences without letters, and restores surrounding whitespace, which translators lose. */
    private List<String> translateSentences(List<String> sentences, LocaleTag sourceLocale, LocaleTag targetLocale) {
        var translatable = sentences.stream().filter(TranslatableSentences::hasLetters).map(String::strip).toList();
        var translations = translatable.isEmpty() ? List.<String>of() : translator.translate(translatable, sourceLocale, targetLocale);
        if (translations.size() != translatable.size()) {
            throw unusableProblem("sentences");
        }
        var nextTranslation = translations.iterator();
        return sentences.stream()
                .map(it -> TranslatableSentences.hasLetters(it) ? it.replace(it.strip(), nextTranslation.next().strip()) : it).toList();
    }

    private static String restoreAndVerify(Syntax syntax, String source, TranslatableSentences sentences, List<String> translated) {
        if (translated.stream().anyMatch(it -> ForbiddenCharacters.findFirst(it).isPresent())) {
            throw unusableProblem("character");
        }
        try {
            var text = sentences.replaceSentences(translated).orElseThrow(() -> unusableProblem("arguments"));
            PatternValidator.validate("/message", syntax, text);
            if (!argumentTypes(syntax, text).equals(argumentTypes(syntax, source))) {
                throw unusableProblem("arguments");
            }
            return text;
        } catch (TextSyntaxException e) {
            throw unusableProblem("pattern");
        } catch (ProblemException e) {
            throw e.type() == ProblemType.MACHINE_TRANSLATION_UNUSABLE ? e : unusableProblem("pattern");
        }
    }

    private static SortedMap<String, ArgumentType> argumentTypes(Syntax syntax, String text) {
        var types = new TreeMap<String, ArgumentType>();
        for (Argument it : InferredArguments.infer(syntax, text).arguments()) {
            types.put(it.name(), it.type());
        }
        return types;
    }

    private static ProblemException unusableProblem(String fault) {
        return ProblemType.MACHINE_TRANSLATION_UNUSABLE.with(fault);
    }
}
