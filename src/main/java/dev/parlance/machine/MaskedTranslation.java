package dev.parlance.machine;

import dev.parlance.catalog.MessageText.Wording;
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
    public Wording translate(Wording source, LocaleTag from, LocaleTag to) {
        var message = sentences(source.syntax(), source.message());
        var description = sentences(source.syntax(), source.description());
        var all = new ArrayList<>(message.maskedSentences());
        all.addAll(description.maskedSentences());
        var translated = translated(all, from, to);
        int messages = message.maskedSentences().size();
        return new Wording(source.syntax(),
                verified(source.syntax(), source.message(), message, translated.subList(0, messages)),
                verified(source.syntax(), source.description(), description, translated.subList(messages, translated.size())));
    }

    private static TranslatableSentences sentences(Syntax syntax, String text) {
        try {
            return TranslatableSentences.of(syntax, text);
        } catch (TextSyntaxException e) {
            throw unusable("conversion");
        }
    }

    /** What says nothing stays as it is, and so do the blanks around a sentence, which translators lose. */
    private List<String> translated(List<String> sentences, LocaleTag from, LocaleTag to) {
        var speaking = sentences.stream().filter(TranslatableSentences::hasLetters).map(String::strip).toList();
        var answers = speaking.isEmpty() ? List.<String>of() : translator.translate(speaking, from, to);
        if (answers.size() != speaking.size()) {
            throw unusable("sentences");
        }
        var answer = answers.iterator();
        return sentences.stream().map(it -> TranslatableSentences.hasLetters(it) ? it.replace(it.strip(), answer.next().strip()) : it).toList();
    }

    private static String verified(Syntax syntax, String source, TranslatableSentences sentences, List<String> translated) {
        if (translated.stream().anyMatch(it -> ForbiddenCharacters.findFirst(it).isPresent())) {
            throw unusable("character");
        }
        try {
            var text = sentences.replaceSentences(translated).orElseThrow(() -> unusable("arguments"));
            PatternValidator.validate("/message", syntax, text);
            if (!arguments(syntax, text).equals(arguments(syntax, source))) {
                throw unusable("arguments");
            }
            return text;
        } catch (TextSyntaxException e) {
            throw unusable("pattern");
        } catch (ProblemException e) {
            throw e.type() == ProblemType.MACHINE_TRANSLATION_UNUSABLE ? e : unusable("pattern");
        }
    }

    private static SortedMap<String, ArgumentType> arguments(Syntax syntax, String text) {
        var types = new TreeMap<String, ArgumentType>();
        for (Argument it : InferredArguments.infer(syntax, text).arguments()) {
            types.put(it.name(), it.type());
        }
        return types;
    }

    private static ProblemException unusable(String fault) {
        return ProblemType.MACHINE_TRANSLATION_UNUSABLE.with(fault);
    }
}
