package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.MessagePattern.Part.Type;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.syntax.BadText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From ICU's parse of a pattern to its parts; {@link PatternCompiler} makes the same walk on its way to instructions. */
final class PatternReader {
    private final MessagePattern pattern;
    private final String text;

    private PatternReader(MessagePattern pattern) {
        this.pattern = pattern;
        this.text = pattern.getPatternString();
    }

    static PatternParts read(String pattern) {
        try {
            return new PatternReader(new MessagePattern(pattern)).message(0, null);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw BadText.pattern(e);
        }
    }

    private PatternParts message(int start, PatternPart.@Nullable NumberSign sign) {
        var parts = new ArrayList<PatternPart>();
        int read = pattern.getPart(start).getLimit();
        for (int i = start + 1;; i++) {
            var part = pattern.getPart(i);
            literal(parts, text.substring(read, part.getIndex()));
            read = part.getLimit();
            if (part.getType() == Type.MSG_LIMIT) {
                return new PatternParts(parts);
            } else if (part.getType() == Type.REPLACE_NUMBER && sign != null) {
                parts.add(sign);
            } else if (part.getType() == Type.ARG_START) {
                parts.add(argument(i));
                i = pattern.getLimitPartIndex(i);
                read = pattern.getPart(i).getLimit();
            }
        }
    }

    private static void literal(List<PatternPart> parts, String literal) {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal));
        }
    }

    private PatternPart argument(int start) {
        var name = substring(start + 1);
        return switch (pattern.getPart(start).getArgType()) {
            case NONE -> new PatternPart.Slot(name);
            case SIMPLE -> new PatternPart.Styled(name, substring(start + 2),
                    pattern.getPartType(start + 3) == Type.ARG_STYLE ? substring(start + 3).strip() : "");
            case SELECT -> new PatternPart.Select(name, withOther(start, branches(start + 2, null)));
            case CHOICE -> choice(start, name);
            case PLURAL, SELECTORDINAL -> plural(start, name);
        };
    }

    private PatternPart plural(int start, String name) {
        double offset = pattern.getPluralOffset(start + 2);
        int first = start + 2 + (pattern.getPartType(start + 2).hasNumericValue() ? 1 : 0);
        var exact = new LinkedHashMap<Double, PatternParts>();
        var sign = new PatternPart.NumberSign(name, offset);
        for (int i = first; pattern.getPartType(i) == Type.ARG_SELECTOR; i = next(i)) {
            if (pattern.getPartType(i + 1).hasNumericValue()) {
                exact.putIfAbsent(pattern.getNumericValue(pattern.getPart(i + 1)), message(i + 2, sign));
            }
        }
        return new PatternPart.Plural(name, pattern.getPart(start).getArgType() == ArgType.SELECTORDINAL, offset,
                Collections.unmodifiableMap(exact), withOther(start, branches(first, sign)));
    }

    /** Those that are chosen by a word. */
    private Map<String, PatternParts> branches(int first, PatternPart.@Nullable NumberSign sign) {
        var branches = new LinkedHashMap<String, PatternParts>();
        for (int i = first; pattern.getPartType(i) == Type.ARG_SELECTOR; i = next(i)) {
            if (!pattern.getPartType(i + 1).hasNumericValue()) {
                branches.putIfAbsent(substring(i), message(i + 1, sign));
            }
        }
        return Collections.unmodifiableMap(branches);
    }

    private int next(int selector) {
        int message = selector + (pattern.getPartType(selector + 1).hasNumericValue() ? 2 : 1);
        return pattern.getLimitPartIndex(message) + 1;
    }

    private Map<String, PatternParts> withOther(int start, Map<String, PatternParts> branches) {
        if (!branches.containsKey("other")) {
            throw new BadText(BadText.Fault.PATTERN, pattern.getPatternIndex(start), "Missing 'other' keyword");
        }
        return branches;
    }

    private PatternPart choice(int start, String name) {
        int last = start + 2;
        while (pattern.getPartType(pattern.getLimitPartIndex(last + 2) + 1) != Type.ARG_LIMIT) {
            last = pattern.getLimitPartIndex(last + 2) + 1;
        }
        return new PatternPart.Choice(name, message(last + 2, null));
    }

    private String substring(int part) {
        Part it = pattern.getPart(part);
        return pattern.getSubstring(it);
    }
}
