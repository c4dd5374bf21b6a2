package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.MessagePattern.Part.Type;
import dev.parlance.rendering.syntax.PrintfParser;
import dev.parlance.rendering.syntax.PrintfPart.Conversion;
import dev.parlance.rendering.syntax.Syntax;
import java.util.regex.Pattern;

/**
 * A replacement of words that readers see, without changes to the syntax of the text.
 *
 * <p>Names, types, styles and keys of arguments are not searched. The replacement is quoted where needed, so that it never becomes syntax.
 * Matches do not span arguments. Text between two arguments that contains no match stays as typed.
 */
public final class LiteralReplacement {
    private final String search;
    private final String replacement;
    private final StringBuilder result = new StringBuilder();

    private LiteralReplacement(String search, String replacement) {
        this.search = search;
        this.replacement = replacement;
    }

    /** @throws RuntimeException if the text does not follow its syntax */
    public static String replace(Syntax syntax, String text, String search, String replacement) {
        var literals = new LiteralReplacement(search, replacement);
        switch (syntax) {
            case ICU -> literals.replaceInPattern(new MessagePattern(text), text);
            case PRINTF -> literals.replaceInPrintf(text);
            case PLAIN -> literals.result.append(text.replace(search, replacement));
        }
        return literals.result.toString();
    }

    private void replaceInPattern(MessagePattern pattern, String text) {
        appendMessage(pattern, text, 0, PatternText.BRACES);
    }

    /** Appends a message and returns the index of the part that ends it. */
    private int appendMessage(MessagePattern pattern, String text, int start, Pattern syntax) {
        int typedFrom = pattern.getPart(start).getLimit();
        int read = typedFrom;
        var shown = new StringBuilder();
        for (int i = start + 1;; i++) {
            var part = pattern.getPart(i);
            shown.append(text, read, part.getIndex());
            read = part.getLimit();
            if (part.getType() == Type.MSG_LIMIT || part.getType() == Type.REPLACE_NUMBER || part.getType() == Type.ARG_START) {
                appendRun(text.substring(typedFrom, part.getIndex()), shown.toString(), syntax);
                shown.setLength(0);
            }
            if (part.getType() == Type.MSG_LIMIT) {
                return i;
            } else if (part.getType() == Type.REPLACE_NUMBER) {
                result.append('#');
                typedFrom = read;
            } else if (part.getType() == Type.ARG_START) {
                i = appendArgument(pattern, text, i);
                read = pattern.getPart(i).getLimit();
                typedFrom = read;
            }
        }
    }

    /** Appends an argument as typed, apart from the messages of its branches, and returns the index of the part that ends it. */
    private int appendArgument(MessagePattern pattern, String text, int start) {
        var type = pattern.getPart(start).getArgType();
        int limit = pattern.getLimitPartIndex(start);
        int typedFrom = pattern.getPart(start).getIndex();
        for (int i = start + 1; i < limit && type != ArgType.NONE && type != ArgType.SIMPLE; i++) {
            Part part = pattern.getPart(i);
            if (part.getType() == Type.MSG_START) {
                result.append(text, typedFrom, part.getLimit());
                i = appendMessage(pattern, text, i, type.hasPluralStyle() ? PatternText.BRACES_AND_NUMBER_SIGN : PatternText.BRACES);
                typedFrom = pattern.getPart(i).getIndex();
            }
        }
        result.append(text, typedFrom, pattern.getPart(limit).getLimit());
        return limit;
    }

    private void appendRun(String typed, String shown, Pattern syntax) {
        result.append(shown.contains(search) ? PatternText.quote(shown.replace(search, replacement), syntax) : typed);
    }

    private void replaceInPrintf(String text) {
        int read = 0;
        for (var part : PrintfParser.parse(text)) {
            if (part instanceof Conversion conversion) {
                appendPrintfRun(text.substring(read, conversion.start()));
                result.append(text, conversion.start(), conversion.end());
                read = conversion.end();
            }
        }
        appendPrintfRun(text.substring(read));
    }

    /** Appends literal text with its line breaks {@code %n}. */
    private void appendPrintfRun(String typed) {
        int read = 0;
        for (int i = typed.indexOf('%'); i >= 0 && i + 1 < typed.length(); i = typed.indexOf('%', i + 1)) {
            if (typed.charAt(i + 1) == 'n') {
                appendPrintfLiteral(typed.substring(read, i));
                result.append("%n");
                read = i + 2;
            }
            i += typed.charAt(i + 1) == '%' ? 1 : 0;
        }
        appendPrintfLiteral(typed.substring(read));
    }

    private void appendPrintfLiteral(String typed) {
        var shown = typed.replace("%%", "%");
        result.append(shown.contains(search) ? shown.replace(search, replacement).replace("%", "%%") : typed);
    }
}
