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

/** Gives a translator sentences only, and takes from it no text that has other arguments than its source. */
public final class MaskedTranslation implements MachineTranslation {
    private final Translator translator;

    MaskedTranslation(Translator translator) {
        this.translator = translator;
    }

    @Override
    public TextContent translate(TextContent source, LocaleTag from, LocaleTag to) {
        var message = sentences(source.syntax(), source.message());
        var description = sentences(source.syntax(), source.description());
        var all = new ArrayList<>(message.maskedSentences());
        all.addAll(description.maskedSentences());
        var translated = translated(all, from, to);
        int messages = message.maskedSentences().size();
        return new TextContent(source.syntax(),
                requireSameArguments(source.syntax(), source.message(), message, translated.subList(0, messages)),
                requireSameArguments(source.syntax(), source.description(), description, translated.subList(messages, translated.size())));
    }

    private static TranslatableSentences sentences(Syntax syntax, String text) {
        try {
            return TranslatableSentences.of(syntax, text);
        } catch (TextSyntaxException e) {
            throw unusableResponse("conversion");
        }
    }

    /** What says nothing stays as it is, and so do the blanks around a sentence, which translators lose. */
    private List<String> translated(List<String> sentences, LocaleTag from, LocaleTag to) {
        var speaking = sentences.stream().filter(TranslatableSentences::hasLetters).map(String::strip).toList();
        var answers = speaking.isEmpty() ? List.<String>of() : translator.translate(speaking, from, to);
        if (answers.size() != speaking.size()) {
            throw unusableResponse("sentences");
        }
        var answer = answers.iterator();
        return sentences.stream().map(it -> TranslatableSentences.hasLetters(it) ? it.replace(it.strip(), answer.next().strip()) : it).toList();
    }

    private static String requireSameArguments(Syntax syntax, String source, TranslatableSentences sentences, List<String> translated) {
        if (translated.stream().anyMatch(it -> ForbiddenCharacters.findFirst(it).isPresent())) {
            throw unusableResponse("character");
        }
        try {
            var text = sentences.replaceSentences(translated).orElseThrow(() -> unusableResponse("arguments"));
            PatternValidator.validate("/message", syntax, text);
            if (!arguments(syntax, text).equals(arguments(syntax, source))) {
                throw unusableResponse("arguments");
            }
            return text;
        } catch (TextSyntaxException e) {
            throw unusableResponse("pattern");
        } catch (ProblemException e) {
            throw e.type() == ProblemType.MACHINE_TRANSLATION_UNUSABLE ? e : unusableResponse("pattern");
        }
    }

    private static SortedMap<String, ArgumentType> arguments(Syntax syntax, String text) {
        var types = new TreeMap<String, ArgumentType>();
        for (Argument it : InferredArguments.infer(syntax, text).arguments()) {
            types.put(it.name(), it.type());
        }
        return types;
    }

    private static ProblemException unusableResponse(String fault) {
        return ProblemType.MACHINE_TRANSLATION_UNUSABLE.with(fault);
    }
}
