package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;

/** Writes a pattern in a pseudo-locale. For a single use. */
final class PseudoPatternWriter {
    private final PseudoLocale locale;
    private final MessagePattern parts;
    private final String pattern;
    private final StringBuilder literals = new StringBuilder();

    PseudoPatternWriter(PseudoLocale locale, String pattern) {
        this.locale = locale;
        this.pattern = pattern;
        this.parts = new MessagePattern(pattern);
    }

    String write(String place) {
        var message = new StringBuilder();
        writeMessage(0, message, true, false);
        return locale.wrap(message.toString(), literals.toString(), place);
    }

    /**
     * Writes a message, and returns the index of its last part.
     *
     * @param counted whether the literals count towards the length; of several branches only the last one counts
     */
    private int writeMessage(int start, StringBuilder out, boolean counted, boolean inPlural) {
        var literal = new StringBuilder();
        int read = parts.getPart(start).getLimit();
        for (int i = start + 1;; i++) {
            var part = parts.getPart(i);
            literal.append(pattern, read, part.getIndex());
            read = part.getLimit();
            if (part.getType() == Part.Type.MSG_LIMIT) {
                flushLiteral(literal, out, counted, inPlural);
                return i;
            } else if (part.getType() == Part.Type.REPLACE_NUMBER) {
                flushLiteral(literal, out, counted, inPlural);
                out.append('#');
            } else if (part.getType() == Part.Type.ARG_START) {
                flushLiteral(literal, out, counted, inPlural);
                writeArgument(i, out, counted);
                i = parts.getLimitPartIndex(i);
                read = parts.getPart(i).getLimit();
            }
        }
    }

    private void flushLiteral(StringBuilder literal, StringBuilder out, boolean counted, boolean inPlural) {
        if (counted) {
            literals.append(literal);
        }
        var changed = locale.transform(literal.toString());
        out.append(inPlural ? PatternText.quote(changed, PatternText.BRACES_AND_NUMBER_SIGN) : PatternText.quote(changed));
        literal.setLength(0);
    }

    private void writeArgument(int start, StringBuilder out, boolean counted) {
        var type = parts.getPart(start).getArgType();
        int limit = parts.getLimitPartIndex(start);
        int read = parts.getPatternIndex(start);
        if (type == ArgType.NONE || type == ArgType.SIMPLE) {
            out.append(locale.argumentPrefix).append(pattern, read, parts.getPart(limit).getLimit()).append(locale.argumentSuffix);
            return;
        }
        for (int i = start + 1; i < limit; i++) {
            if (parts.getPartType(i) == Part.Type.MSG_START) {
                boolean last = parts.getPartType(parts.getLimitPartIndex(i) + 1) == Part.Type.ARG_LIMIT;
                out.append(pattern, read, parts.getPart(i).getLimit());
                i = writeMessage(i, out, counted && last, type.hasPluralStyle());
                read = parts.getPatternIndex(i);
            }
        }
        out.append(pattern, read, parts.getPart(limit).getLimit());
    }
}
