package dev.parlance.rendering;

import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.syntax.PrintfParser;
import dev.parlance.rendering.syntax.PrintfPart;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The translatable sentences of a text, for translation without knowledge of the syntax.
 *
 * <p>The text itself and each of its branches are one sentence each. The placeholder <code>⟦0⟧</code> marks the first argument of
 * a sentence.
 */
public final class TranslatableSentences {
    private static final Pattern PLACEHOLDER = Pattern.compile("⟦\\s*([0-9]{1,3})\\s*⟧");

    private final Syntax syntax;
    private final ParsedPattern parts;

    private TranslatableSentences(Syntax syntax, ParsedPattern parts) {
        this.syntax = syntax;
        this.parts = parts;
    }

    /** @throws TextSyntaxException if the text does not follow its syntax, or has a conversion that no pattern can express */
    public static TranslatableSentences of(Syntax syntax, String text) {
        if (syntax == Syntax.PRINTF) {
            requireReversible(text);
        }
        return new TranslatableSentences(syntax, syntax == Syntax.PLAIN ? new ParsedPattern(List.of(new Literal(text)))
                : ParsedPattern.of(PatternText.of(syntax, text)));
    }

    private static void requireReversible(String text) {
        for (var part : PrintfParser.parse(text)) {
            if (part instanceof PrintfPart.Conversion conversion && !conversion.isPlainString() && !PatternText.hasSkeleton(conversion)) {
                throw new TextSyntaxException(TextSyntaxException.Reason.NOT_REPRESENTABLE, 0, text);
            }
        }
    }

    /** Returns whether the sentence has letters outside of placeholders, and so needs a translation. */
    public static boolean hasLetters(String sentence) {
        return PLACEHOLDER.matcher(sentence).replaceAll("").codePoints().anyMatch(Character::isLetter);
    }

    /** Returns the sentences with placeholders: the text first, then its branches, outer before inner. */
    public List<String> maskedSentences() {
        var sentences = new ArrayList<String>();
        mask(parts, sentences);
        return List.copyOf(sentences);
    }

    /**
     * Returns the text with other sentences.
     *
     * @param sentences as many as {@link #maskedSentences} returns; a placeholder may move within its sentence
     * @return empty if a placeholder is missing, repeated or unknown
     */
    public Optional<String> replaceSentences(List<String> sentences) {
        if (syntax == Syntax.PLAIN) {
            return Optional.of(sentences.get(0));
        }
        return write(parts, false, sentences.iterator())
                .map(pattern -> syntax == Syntax.PRINTF ? new PatternText(pattern).toPrintf() : pattern);
    }

    private static void mask(ParsedPattern message, List<String> sentences) {
        var sentence = new StringBuilder();
        int marks = 0;
        for (var part : message.parts()) {
            sentence.append(part instanceof Literal literal ? literal.text() : "⟦" + marks++ + "⟧");
        }
        sentences.add(sentence.toString());
        message.parts().forEach(part -> branches(part).forEach(it -> mask(it, sentences)));
    }

    private static List<ParsedPattern> branches(PatternPart part) {
        var branches = new ArrayList<ParsedPattern>();
        if (part instanceof PatternPart.Select select) {
            branches.addAll(select.branches().values());
        } else if (part instanceof PatternPart.Plural plural) {
            branches.addAll(plural.exact().values());
            branches.addAll(plural.branches().values());
        }
        return branches;
    }

    private static Optional<String> write(ParsedPattern message, boolean inPlural, Iterator<String> sentences) {
        var sentence = sentences.next();
        var arguments = new ArrayList<Optional<String>>();
        message.parts().stream().filter(it -> !(it instanceof Literal)).forEach(it -> arguments.add(writeArgument(it, sentences)));
        return arguments.stream().allMatch(Optional::isPresent)
                ? fillPlaceholders(sentence, arguments.stream().map(Optional::get).toList(),
                inPlural ? PatternText.BRACES_AND_NUMBER_SIGN : PatternText.BRACES)
                : Optional.empty();
    }

    private static Optional<String> fillPlaceholders(String sentence, List<String> arguments, Pattern syntax) {
        var pattern = new StringBuilder();
        var open = new ArrayList<>(arguments);
        int read = 0;
        for (Matcher mark = PLACEHOLDER.matcher(sentence); mark.find(); read = mark.end()) {
            int index = Integer.parseInt(mark.group(1));
            if (index >= open.size() || open.get(index).isEmpty()) {
                return Optional.empty();
            }
            pattern.append(PatternText.quote(sentence.substring(read, mark.start()), syntax)).append(open.set(index, ""));
        }
        pattern.append(PatternText.quote(sentence.substring(read), syntax));
        return open.stream().allMatch(String::isEmpty) ? Optional.of(pattern.toString()) : Optional.empty();
    }

    private static Optional<String> writeArgument(PatternPart part, Iterator<String> sentences) {
        if (part instanceof PatternPart.Slot slot) {
            return Optional.of("{" + slot.name() + "}");
        } else if (part instanceof PatternPart.StyledSlot styled) {
            return Optional.of("{" + styled.name() + ", " + styled.type() + (styled.style().isEmpty() ? "" : ", " + styled.style()) + "}");
        } else if (part instanceof PatternPart.NumberSign) {
            return Optional.of("#");
        } else if (part instanceof PatternPart.Select select) {
            return branches(select.branches(), Function.identity(), false, sentences)
                    .map(it -> "{" + select.name() + ", select," + it + "}");
        } else if (part instanceof PatternPart.Plural plural) {
            return writePlural(plural, sentences);
        }
        return Optional.empty();
    }

    private static Optional<String> writePlural(PatternPart.Plural plural, Iterator<String> sentences) {
        var offset = plural.offset() == 0 ? "" : " offset:" + formatNumber(plural.offset());
        var exact = branches(plural.exact(), it -> "=" + formatNumber(it), true, sentences);
        var usual = branches(plural.branches(), Function.identity(), true, sentences);
        return exact.flatMap(first -> usual.map(second ->
                "{" + plural.name() + (plural.ordinal() ? ", selectordinal," : ", plural,") + offset + first + second + "}"));
    }

    private static <K> Optional<String> branches(Map<K, ParsedPattern> branches, Function<K, String> selector, boolean inPlural,
                                                 Iterator<String> sentences) {
        var written = new StringBuilder();
        boolean whole = true;
        for (var branch : branches.entrySet()) {
            var message = write(branch.getValue(), inPlural, sentences);
            whole &= message.isPresent();
            written.append(' ').append(selector.apply(branch.getKey())).append(" {").append(message.orElse("")).append('}');
        }
        return whole ? Optional.of(written.toString()) : Optional.empty();
    }

    private static String formatNumber(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
