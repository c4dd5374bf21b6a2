package dev.parlance.checks.text;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.MessagePattern.Part.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A parser of ICU patterns that {@code PatternValidator} accepts.
 *
 * <p>It walks ICU's own {@link MessagePattern}. An instance parses one text.
 */
final class IcuTextParser {
    private static final int OTHER_BRANCH = -1;

    private final MessagePattern pattern;
    private final String text;
    private int maxBranches = 1;

    private IcuTextParser(String text) {
        this.pattern = new MessagePattern(text);
        this.text = text;
    }

    static ParsedText parse(String text) {
        return new IcuTextParser(text).parse();
    }

    private ParsedText parse() {
        var uses = new ArrayList<ArgumentUse>();
        var plurals = new ArrayList<PluralArgument>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == Type.ARG_START) {
                parseArgument(i, uses, plurals);
            }
        }
        var defaultVariant = displayText(OTHER_BRANCH);
        var variants = new ArrayList<DisplayText>();
        for (int branch = 0; branch < maxBranches; branch++) {
            variants.add(maxBranches == 1 ? defaultVariant : displayText(branch));
        }
        return new ParsedText(defaultVariant, variants, uses, plurals);
    }

    private void parseArgument(int start, List<ArgumentUse> uses, List<PluralArgument> plurals) {
        var name = pattern.getPart(start + 1);
        int limit = pattern.getLimitPartIndex(start);
        var span = new Span(pattern.getPart(start).getIndex(), pattern.getPart(limit).getLimit());
        uses.add(new ArgumentUse(pattern.getSubstring(name), span, new Span(name.getIndex(), name.getLimit())));
        var type = pattern.getPart(start).getArgType();
        maxBranches = Math.max(maxBranches, branchStarts(start).size());
        if (type.hasPluralStyle()) {
            var categories = new LinkedHashSet<String>();
            var exact = new LinkedHashSet<Double>();
            for (int i = start + 2; i < limit; i++) {
                if (pattern.getPartType(i) == Type.MSG_START) {
                    i = pattern.getLimitPartIndex(i);
                } else if (pattern.getPartType(i) == Type.ARG_SELECTOR) {
                    if (pattern.getPartType(i + 1).hasNumericValue()) {
                        exact.add(pattern.getNumericValue(pattern.getPart(i + 1)));
                    } else {
                        categories.add(pattern.getSubstring(pattern.getPart(i)));
                    }
                }
            }
            plurals.add(new PluralArgument(pattern.getSubstring(name), type == ArgType.SELECTORDINAL, pattern.getPluralOffset(start + 2),
                    categories, exact, span));
        }
    }

    private DisplayText displayText(int branch) {
        var reading = new DisplayText.Builder(text.length());
        appendMessage(0, branch, reading);
        return reading.build(text.length());
    }

    private void appendMessage(int start, int branch, DisplayText.Builder reading) {
        int read = pattern.getPart(start).getLimit();
        for (int i = start + 1;; i++) {
            Part part = pattern.getPart(i);
            reading.addLiteral(text, read, part.getIndex());
            read = part.getLimit();
            if (part.getType() == Type.MSG_LIMIT) {
                return;
            } else if (part.getType() == Type.REPLACE_NUMBER) {
                reading.add(DisplayText.ARGUMENT, part.getIndex(), part.getLimit());
            } else if (part.getType() == Type.ARG_START) {
                appendArgument(i, branch, reading);
                i = pattern.getLimitPartIndex(i);
                read = pattern.getPart(i).getLimit();
            }
        }
    }

    private void appendArgument(int start, int branch, DisplayText.Builder reading) {
        var branches = branchStarts(start);
        if (branches.isEmpty()) {
            int limit = pattern.getLimitPartIndex(start);
            reading.add(DisplayText.ARGUMENT, pattern.getPart(start).getIndex(), pattern.getPart(limit).getLimit());
        } else {
            appendMessage(branch >= 0 && branch < branches.size() ? branches.get(branch) : otherBranch(branches), branch, reading);
        }
    }

    /** Returns the indexes of the parts at which the branches of an argument start. */
    private List<Integer> branchStarts(int start) {
        var type = pattern.getPart(start).getArgType();
        var branches = new ArrayList<Integer>();
        if (type != ArgType.NONE && type != ArgType.SIMPLE) {
            for (int i = start + 2; i < pattern.getLimitPartIndex(start); i++) {
                if (pattern.getPartType(i) == Type.MSG_START) {
                    branches.add(i);
                    i = pattern.getLimitPartIndex(i);
                }
            }
        }
        return branches;
    }

    private int otherBranch(List<Integer> branches) {
        return branches.stream().filter(it -> pattern.partSubstringMatches(pattern.getPart(it - 1), "other")).findFirst()
                .orElse(branches.get(branches.size() - 1));
    }
}
