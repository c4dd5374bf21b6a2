package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts a pattern to a printf text, the inverse of {@link PatternText#of}. */
final class PrintfWriter {
    private static final Pattern SKELETON = Pattern.compile(
            "::(?<plain>group-off )?(?<digits>precision-integer|\\.0+)(?<half> rounding-mode-half-up)?(?<sign> sign-always)?");

    private final MessagePattern parts;
    private final String pattern;

    private PrintfWriter(String pattern) {
        this.pattern = pattern;
        this.parts = parse(pattern);
    }

    /** @throws TextSyntaxException {@code NOT_REPRESENTABLE} for names, plurals, selects, dates and styles that printf lacks */
    static String write(String pattern) {
        return new PrintfWriter(pattern).write();
    }

    private static MessagePattern parse(String pattern) {
        try {
            return new MessagePattern(pattern);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw TextSyntaxException.fromIcu(e);
        }
    }

    private String write() {
        var positions = positions();
        boolean inOrder = inOrder(positions);
        var text = new StringBuilder();
        int read = 0;
        for (int i = 1; i < parts.countParts(); i++) {
            var part = parts.getPart(i);
            text.append(pattern.substring(read, part.getIndex()).replace("%", "%%"));
            read = part.getLimit();
            if (part.getType() == Part.Type.ARG_START) {
                int position = parts.getPart(i + 1).getValue();
                text.append('%').append(inOrder ? "" : position + 1 + "$").append(conversion(i));
                i = parts.getLimitPartIndex(i);
                read = parts.getPart(i).getLimit();
            }
        }
        return text.toString();
    }

    private List<Integer> positions() {
        var positions = new ArrayList<Integer>();
        for (int i = 1; i < parts.countParts(); i++) {
            if (parts.getPartType(i) == Part.Type.ARG_START) {
                if (parts.getPartType(i + 1) != Part.Type.ARG_NUMBER) {
                    throw notRepresentable(i);
                }
                positions.add(parts.getPart(i + 1).getValue());
                i = parts.getLimitPartIndex(i);
            }
        }
        return positions;
    }

    private static boolean inOrder(List<Integer> positions) {
        for (int i = 0; i < positions.size(); i++) {
            if (positions.get(i) != i) {
                return false;
            }
        }
        return true;
    }

    private String conversion(int start) {
        if (parts.getPart(start).getArgType() == ArgType.NONE) {
            return "s";
        }
        return style(start).map(SKELETON::matcher).filter(it -> it.matches() && isRepresentable(it.group("digits"), it.group("half")))
                .map(it -> (it.group("plain") == null ? "," : "") + (it.group("sign") == null ? "" : "+")
                        + conversionLetter(it.group("digits"), it.group("half") != null))
                .orElseThrow(() -> notRepresentable(start));
    }

    private Optional<String> style(int start) {
        boolean number = parts.getPart(start).getArgType() == ArgType.SIMPLE
                && parts.getSubstring(parts.getPart(start + 2)).equals("number")
                && parts.getPartType(start + 3) == Part.Type.ARG_STYLE;
        return number ? Optional.of(parts.getSubstring(parts.getPart(start + 3)).strip()) : Optional.empty();
    }

    /** printf texts round decimals half up. A style with another rounding mode prints a different number. */
    private static boolean isRepresentable(String digits, @Nullable String half) {
        return digits.equals("precision-integer") || half != null;
    }

    private static String conversionLetter(String digits, boolean half) {
        if (digits.equals("precision-integer")) {
            return half ? ".0f" : "d";
        }
        int decimals = digits.length() - 1;
        return decimals == 6 ? "f" : "." + decimals + "f";
    }

    private TextSyntaxException notRepresentable(int start) {
        return new TextSyntaxException(TextSyntaxException.Reason.NOT_REPRESENTABLE, parts.getPatternIndex(start),
                pattern.substring(parts.getPatternIndex(start), parts.getPart(parts.getLimitPartIndex(start)).getLimit()));
    }
}
