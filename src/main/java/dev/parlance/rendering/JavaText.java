package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;

/**
 * A text in the rules of {@code java.text.MessageFormat}, as resource bundles have it: every apostrophe quotes, arguments have
 * numbers only. Converted at the border; nothing of it is stored. ICU's parser knows these rules as DOUBLE_REQUIRED.
 */
public final class JavaText {
    private final MessagePattern parts;
    private final String text;
    private final StringBuilder pattern = new StringBuilder();

    private JavaText(String text) {
        this.text = text;
        this.parts = parse(text);
    }

    /** @throws BadText where Java would refuse it too, or where it has named arguments */
    public static PatternText toPattern(String text) {
        var converted = new JavaText(text);
        converted.message(0);
        return new PatternText(converted.pattern.toString());
    }

    private static MessagePattern parse(String text) {
        try {
            return new MessagePattern(ApostropheMode.DOUBLE_REQUIRED).parse(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw BadText.pattern(e);
        }
    }

    private void message(int start) {
        int read = parts.getPart(start).getLimit();
        for (int i = start + 1;; i++) {
            var part = parts.getPart(i);
            pattern.append(PatternText.quoted(text.substring(read, part.getIndex())));
            read = part.getLimit();
            if (part.getType() == Part.Type.MSG_LIMIT) {
                return;
            }
            if (part.getType() == Part.Type.ARG_START) {
                argument(i);
                i = parts.getLimitPartIndex(i);
                read = parts.getPart(i).getLimit();
            }
        }
    }

    private void argument(int start) {
        var first = parts.getPart(start);
        if (parts.getPartType(start + 1) != Part.Type.ARG_NUMBER) {
            throw new BadText(BadText.Fault.PATTERN, first.getIndex(), "named argument");
        }
        int limit = parts.getLimitPartIndex(start);
        if (first.getArgType() == ArgType.CHOICE) {
            choice(start, limit);
        } else if (first.getArgType() == ArgType.NONE || first.getArgType() == ArgType.SIMPLE) {
            pattern.append(text, first.getIndex(), parts.getPart(limit).getLimit());
        } else {
            throw new BadText(BadText.Fault.PATTERN, first.getIndex(), "not in java.text.MessageFormat: " + first.getArgType());
        }
    }

    /** Java reads a branch of a choice twice: {@code ChoiceFormat} takes a level of apostrophes off, then the rest is a message again. */
    private void choice(int start, int limit) {
        int read = parts.getPart(start).getIndex();
        double last = Double.NaN;
        for (int i = start + 2; i < limit; i++) {
            if (parts.getPartType(i) == Part.Type.ARG_SELECTOR) {
                last = ascending(last, i);
            } else if (parts.getPartType(i) == Part.Type.MSG_START) {
                int end = parts.getLimitPartIndex(i);
                var branch = unquoted(text.substring(parts.getPart(i).getLimit(), parts.getPatternIndex(end)));
                pattern.append(text, read, parts.getPart(i).getLimit())
                        .append(branch.contains("{") ? toPattern(branch).pattern() : PatternText.quoted(branch, PatternText.BRACES_AND_BAR));
                read = parts.getPatternIndex(end);
                i = end;
            }
        }
        pattern.append(text, read, parts.getPart(limit).getLimit());
    }

    /** ICU takes the bounds of a choice in any order, and prints something else than was meant. */
    private double ascending(double last, int selector) {
        var number = parts.getPart(selector - 1);
        double value = parts.getNumericValue(number);
        double bound = text.charAt(parts.getPatternIndex(selector)) == '<' ? Math.nextUp(value) : value;
        if (bound <= last) {
            throw new BadText(BadText.Fault.PATTERN, number.getIndex(), "choice out of order");
        }
        return bound;
    }

    private static String unquoted(String branch) {
        var once = new StringBuilder();
        for (int i = 0; i < branch.length(); i++) {
            if (branch.charAt(i) != '\'') {
                once.append(branch.charAt(i));
            } else if (i + 1 < branch.length() && branch.charAt(i + 1) == '\'') {
                once.append('\'');
                i++;
            }
        }
        return once.toString();
    }
}
