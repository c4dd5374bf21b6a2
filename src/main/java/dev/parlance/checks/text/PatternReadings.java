package dev.parlance.checks.text;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.MessagePattern.Part.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** From ICU's parse of a pattern that {@code PatternGate} let pass. One use each. */
final class PatternReadings {
    private static final int OTHER = -1;

    private final MessagePattern parts;
    private final String text;
    private int mostBranches = 1;

    private PatternReadings(String text) {
        this.parts = new MessagePattern(text);
        this.text = text;
    }

    static Readings of(String text) {
        return new PatternReadings(text).read();
    }

    private Readings read() {
        var uses = new ArrayList<Use>();
        var plurals = new ArrayList<PluralUse>();
        for (int i = 0; i < parts.countParts(); i++) {
            if (parts.getPartType(i) == Type.ARG_START) {
                use(i, uses, plurals);
            }
        }
        var usual = reading(OTHER);
        var all = new ArrayList<Reading>();
        for (int branch = 0; branch < mostBranches; branch++) {
            all.add(mostBranches == 1 ? usual : reading(branch));
        }
        return new Readings(usual, all, uses, plurals);
    }

    private void use(int start, List<Use> uses, List<PluralUse> plurals) {
        var name = parts.getPart(start + 1);
        int limit = parts.getLimitPartIndex(start);
        var span = new Span(parts.getPart(start).getIndex(), parts.getPart(limit).getLimit());
        uses.add(new Use(parts.getSubstring(name), span, new Span(name.getIndex(), name.getLimit())));
        var type = parts.getPart(start).getArgType();
        mostBranches = Math.max(mostBranches, branches(start).size());
        if (type.hasPluralStyle()) {
            var categories = new LinkedHashSet<String>();
            var exact = new LinkedHashSet<Double>();
            for (int i = start + 2; i < limit; i++) {
                if (parts.getPartType(i) == Type.MSG_START) {
                    i = parts.getLimitPartIndex(i);
                } else if (parts.getPartType(i) == Type.ARG_SELECTOR) {
                    if (parts.getPartType(i + 1).hasNumericValue()) {
                        exact.add(parts.getNumericValue(parts.getPart(i + 1)));
                    } else {
                        categories.add(parts.getSubstring(parts.getPart(i)));
                    }
                }
            }
            plurals.add(new PluralUse(parts.getSubstring(name), type == ArgType.SELECTORDINAL, parts.getPluralOffset(start + 2),
                    categories, exact, span));
        }
    }

    private Reading reading(int branch) {
        var reading = new Reading.Assembly(text.length());
        message(0, branch, reading);
        return reading.done(text.length());
    }

    private void message(int start, int branch, Reading.Assembly reading) {
        int read = parts.getPart(start).getLimit();
        for (int i = start + 1;; i++) {
            Part part = parts.getPart(i);
            reading.literal(text, read, part.getIndex());
            read = part.getLimit();
            if (part.getType() == Type.MSG_LIMIT) {
                return;
            } else if (part.getType() == Type.REPLACE_NUMBER) {
                reading.add(Reading.SLOT, part.getIndex(), part.getLimit());
            } else if (part.getType() == Type.ARG_START) {
                argument(i, branch, reading);
                i = parts.getLimitPartIndex(i);
                read = parts.getPart(i).getLimit();
            }
        }
    }

    private void argument(int start, int branch, Reading.Assembly reading) {
        var branches = branches(start);
        if (branches.isEmpty()) {
            int limit = parts.getLimitPartIndex(start);
            reading.add(Reading.SLOT, parts.getPart(start).getIndex(), parts.getPart(limit).getLimit());
        } else {
            message(branch >= 0 && branch < branches.size() ? branches.get(branch) : other(branches), branch, reading);
        }
    }

    /** The first parts of the messages in an argument. */
    private List<Integer> branches(int start) {
        var type = parts.getPart(start).getArgType();
        var branches = new ArrayList<Integer>();
        if (type != ArgType.NONE && type != ArgType.SIMPLE) {
            for (int i = start + 2; i < parts.getLimitPartIndex(start); i++) {
                if (parts.getPartType(i) == Type.MSG_START) {
                    branches.add(i);
                    i = parts.getLimitPartIndex(i);
                }
            }
        }
        return branches;
    }

    private int other(List<Integer> branches) {
        return branches.stream().filter(it -> parts.partSubstringMatches(parts.getPart(it - 1), "other")).findFirst()
                .orElse(branches.get(branches.size() - 1));
    }
}
