package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.MessagePattern.Part.Type;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts ICU's parse of a pattern to parts. {@link PatternCompiler} makes the same traversal for instructions. */
final class PatternParser {
    private final MessagePattern pattern;
    private final String text;

    private PatternParser(MessagePattern pattern) {
        this.pattern = pattern;
        this.text = pattern.getPatternString();
    }

    static ParsedPattern parse(String pattern) {
        try {
            return new PatternParser(PatternSyntax.parse(pattern)).parseMessage(0, null);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw TextSyntaxException.fromIcu(e);
        }
    }

    private ParsedPattern parseMessage(int start, PatternPart.@Nullable NumberSign sign) {
        var parts = new ArrayList<PatternPart>();
        int read = pattern.getPart(start).getLimit();
        for (int i = start + 1;; i++) {
            var part = pattern.getPart(i);
            addLiteral(parts, text.substring(read, part.getIndex()));
            read = part.getLimit();
            if (part.getType() == Type.MSG_LIMIT) {
                return new ParsedPattern(parts);
            } else if (part.getType() == Type.REPLACE_NUMBER && sign != null) {
                parts.add(sign);
            } else if (part.getType() == Type.ARG_START) {
                parts.add(parseArgument(i));
                i = pattern.getLimitPartIndex(i);
                read = pattern.getPart(i).getLimit();
            }
        }
    }

    private static void addLiteral(List<PatternPart> parts, String literal) {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal));
        }
    }

    private PatternPart parseArgument(int start) {
        var name = substring(start + 1);
        return switch (pattern.getPart(start).getArgType()) {
            case NONE -> new PatternPart.Slot(name);
            case SIMPLE -> new PatternPart.StyledSlot(name, substring(start + 2),
                    pattern.getPartType(start + 3) == Type.ARG_STYLE ? substring(start + 3).strip() : "");
            case SELECT -> new PatternPart.Select(name, requireOther(start, parseBranches(start + 2, null)));
            case CHOICE -> parseChoice(start, name);
            case PLURAL, SELECTORDINAL -> parsePlural(start, name);
        };
    }

    private PatternPart parsePlural(int start, String name) {
        double offset = pattern.getPluralOffset(start + 2);
        int first = start + 2 + (pattern.getPartType(start + 2).hasNumericValue() ? 1 : 0);
        var exact = new LinkedHashMap<Double, ParsedPattern>();
        var sign = new PatternPart.NumberSign(name, offset);
        for (int i = first; pattern.getPartType(i) == Type.ARG_SELECTOR; i = nextSelector(i)) {
            if (pattern.getPartType(i + 1).hasNumericValue()) {
                exact.putIfAbsent(pattern.getNumericValue(pattern.getPart(i + 1)), parseMessage(i + 2, sign));
            }
        }
        return new PatternPart.Plural(name, pattern.getPart(start).getArgType() == ArgType.SELECTORDINAL, offset,
                Collections.unmodifiableMap(exact), requireOther(start, parseBranches(first, sign)));
    }

    /** Parses the branches with a keyword selector. Exact values are skipped. */
    private Map<String, ParsedPattern> parseBranches(int first, PatternPart.@Nullable NumberSign sign) {
        var branches = new LinkedHashMap<String, ParsedPattern>();
        for (int i = first; pattern.getPartType(i) == Type.ARG_SELECTOR; i = nextSelector(i)) {
            if (!pattern.getPartType(i + 1).hasNumericValue()) {
                branches.putIfAbsent(substring(i), parseMessage(i + 1, sign));
            }
        }
        return Collections.unmodifiableMap(branches);
    }

    private int nextSelector(int selector) {
        int message = selector + (pattern.getPartType(selector + 1).hasNumericValue() ? 2 : 1);
        return pattern.getLimitPartIndex(message) + 1;
    }

    private Map<String, ParsedPattern> requireOther(int start, Map<String, ParsedPattern> branches) {
        if (!branches.containsKey("other")) {
            throw PatternSyntax.missingOther(pattern, start);
        }
        return branches;
    }

    private PatternPart parseChoice(int start, String name) {
        int last = start + 2;
        while (pattern.getPartType(pattern.getLimitPartIndex(last + 2) + 1) != Type.ARG_LIMIT) {
            last = pattern.getLimitPartIndex(last + 2) + 1;
        }
        return new PatternPart.Choice(name, parseMessage(last + 2, null));
    }

    private String substring(int part) {
        Part it = pattern.getPart(part);
        return pattern.getSubstring(it);
    }
}
