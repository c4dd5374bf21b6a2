package dev.parlance.client.icu;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules.PluralType;
import dev.parlance.client.icu.Branches.Interval;
import dev.parlance.client.icu.Branches.Plural;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles ICU's parse of a pattern, from left to right. For a single use. */
final class PatternCompiler {
    private final MessagePattern parts;
    private final String pattern;
    private final LocaleFormats formats;

    PatternCompiler(MessagePattern parts, LocaleFormats formats) {
        this.parts = parts;
        this.pattern = parts.getPatternString();
        this.formats = formats;
    }

    Node compile() {
        return compileMessage(0, null);
    }

    /** The plural that a {@code #} in the branch refers to. */
    private static final class Enclosing {
        private final String name;
        private final double offset;

        Enclosing(String name, double offset) {
            this.name = name;
            this.offset = offset;
        }
    }

    private Node compileMessage(int start, Enclosing plural) {
        List<Node> nodes = new ArrayList<>();
        int read = parts.getPart(start).getLimit();
        for (int i = start + 1;; i++) {
            Part part = parts.getPart(i);
            String literal = pattern.substring(read, part.getIndex());
            if (!literal.isEmpty()) {
                nodes.add(output -> output.append(literal));
            }
            read = part.getLimit();
            if (part.getType() == Part.Type.MSG_LIMIT) {
                Node[] sequence = nodes.toArray(new Node[0]);
                return output -> {
                    for (Node node : sequence) {
                        node.print(output);
                    }
                };
            } else if (part.getType() == Part.Type.REPLACE_NUMBER && plural != null) {
                nodes.add(formats.pluralNumber(plural.name, plural.offset));
            } else if (part.getType() == Part.Type.ARG_START) {
                nodes.add(compileArgument(i));
                i = parts.getLimitPartIndex(i);
                read = parts.getPart(i).getLimit();
            }
        }
    }

    private Node compileArgument(int start) {
        String name = parts.getSubstring(parts.getPart(start + 1));
        switch (parts.getPart(start).getArgType()) {
            case SIMPLE:
                return compileSimple(start, name).node();
            case SELECT:
                return compileSelect(start, name);
            case CHOICE:
                return compileChoice(start, name);
            case PLURAL:
                return compilePlural(start, name, PluralType.CARDINAL);
            case SELECTORDINAL:
                return compilePlural(start, name, PluralType.ORDINAL);
            default:
                return formats.slot(name);
        }
    }

    private StyledSlot compileSimple(int start, String name) {
        String type = parts.getSubstring(parts.getPart(start + 2));
        Part next = parts.getPart(start + 3);
        return formats.styledSlot(name, type, next.getType() == Part.Type.ARG_STYLE ? parts.getSubstring(next) : "");
    }

    private Node compileSelect(int start, String name) {
        Map<String, Node> branches = new HashMap<>();
        for (int i = start + 2; parts.getPartType(i) == Part.Type.ARG_SELECTOR; i = parts.getLimitPartIndex(i + 1) + 1) {
            branches.putIfAbsent(parts.getSubstring(parts.getPart(i)), compileMessage(i + 1, null));
        }
        return Branches.select(name, branches, requireOther(branches.get("other")));
    }

    /** ICU's parser accepts any prefix of {@code other}. */
    private static Node requireOther(Node branch) {
        if (branch == null) {
            throw new IllegalArgumentException("no branch other");
        }
        return branch;
    }

    private Node compileChoice(int start, String name) {
        List<Interval> intervals = new ArrayList<>();
        for (int i = start + 2; parts.getPartType(i) != Part.Type.ARG_LIMIT; i = parts.getLimitPartIndex(i + 2) + 1) {
            double bound = parts.getNumericValue(parts.getPart(i));
            boolean exclusive = pattern.charAt(parts.getPatternIndex(i + 1)) == '<';
            intervals.add(new Interval(bound, exclusive, compileMessage(i + 2, null)));
        }
        return Branches.choice(name, intervals);
    }

    private Node compilePlural(int start, String name, PluralType type) {
        double offset = parts.getPluralOffset(start + 2);
        Enclosing enclosing = new Enclosing(name, offset);
        Map<Double, Node> exact = new LinkedHashMap<>();
        Map<String, Node> branches = new HashMap<>();
        int other = 0;
        int first = start + 2 + (parts.getPartType(start + 2).hasNumericValue() ? 1 : 0);
        for (int i = first; parts.getPartType(i) == Part.Type.ARG_SELECTOR; i = parts.getLimitPartIndex(i) + 1) {
            String category = parts.getSubstring(parts.getPart(i++));
            if (parts.getPartType(i).hasNumericValue()) {
                double value = parts.getNumericValue(parts.getPart(i++));
                exact.putIfAbsent(value, compileMessage(i, enclosing));
            } else if (branches.putIfAbsent(category, compileMessage(i, enclosing)) == null && category.equals("other")) {
                other = i;
            }
        }
        requireOther(branches.get("other"));
        return new Plural(name, offset, categories(other, start, type), exact, branches);
    }

    /**
     * Returns the categories for the number as printed, as in ICU.
     *
     * <p>The format is that of the first slot with the same name in the {@code other} branch, if no {@code #} precedes it; otherwise
     * the format without a style.
     */
    private PluralCategories categories(int other, int start, PluralType type) {
        String name = parts.getSubstring(parts.getPart(start + 1));
        for (int i = other + 1; parts.getPartType(i) != Part.Type.MSG_LIMIT; i++) {
            Part part = parts.getPart(i);
            if (part.getType() == Part.Type.REPLACE_NUMBER) {
                break;
            }
            if (part.getType() == Part.Type.ARG_START) {
                boolean same = parts.partSubstringMatches(parts.getPart(i + 1), name);
                if (same && part.getArgType() == ArgType.SIMPLE) {
                    return compileSimple(i, name).categories(formats.pluralRules(type));
                }
                if (same && part.getArgType() == ArgType.NONE) {
                    break;
                }
                i = parts.getLimitPartIndex(i);
            }
        }
        return formats.unstyledCategories(type);
    }
}
