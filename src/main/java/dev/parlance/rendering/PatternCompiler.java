package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules.PluralType;
import dev.parlance.rendering.compiled.Block;
import dev.parlance.rendering.compiled.Formats;
import dev.parlance.rendering.compiled.Instruction;
import dev.parlance.rendering.compiled.Plural;
import dev.parlance.rendering.compiled.PluralCategories;
import dev.parlance.rendering.compiled.SmallNumbers;
import dev.parlance.rendering.syntax.BadText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From ICU's parse of a pattern to instructions. One use each; walks the parts from left to right. */
final class PatternCompiler {
    private static final int OTHER = SmallNumbers.CATEGORIES.indexOf("other");
    private static final double[] NO_VALUES = {};
    private static final Block[] NO_BLOCKS = {};

    private final MessagePattern parts;
    private final String pattern;
    private final Formats formats;
    private final Contract contract;

    PatternCompiler(MessagePattern parts, Formats formats, Contract contract) {
        this.parts = parts;
        this.pattern = parts.getPatternString();
        this.formats = formats;
        this.contract = contract;
    }

    Block compile() {
        return message(0, null);
    }

    /** The plural whose {@code #} the branch may hold. */
    private record Enclosing(String name, double offset) {
    }

    private Block message(int start, @Nullable Enclosing plural) {
        var block = new Block.Assembly();
        int read = parts.getPart(start).getLimit();
        for (int i = start + 1;; i++) {
            var part = parts.getPart(i);
            block.literal(pattern, read, part.getIndex());
            read = part.getLimit();
            if (part.getType() == Part.Type.MSG_LIMIT) {
                return block.block(formats);
            } else if (part.getType() == Part.Type.REPLACE_NUMBER && plural != null) {
                block.then(new Plural.Hash(plural.name(), plural.offset(), formats.plain()));
            } else if (part.getType() == Part.Type.ARG_START) {
                block.then(argument(i));
                i = parts.getLimitPartIndex(i);
                read = parts.getPart(i).getLimit();
            }
        }
    }

    private Instruction argument(int start) {
        var name = contract.canonical(parts.getSubstring(parts.getPart(start + 1)));
        return switch (parts.getPart(start).getArgType()) {
            case NONE -> new Instruction.Slot(name, formats.plain());
            case SIMPLE -> simple(start, name);
            case SELECT -> select(start, name);
            case CHOICE -> choice(start, name);
            case PLURAL -> plural(start, name, PluralType.CARDINAL);
            case SELECTORDINAL -> plural(start, name, PluralType.ORDINAL);
        };
    }

    private Instruction simple(int start, String name) {
        var type = parts.getSubstring(parts.getPart(start + 2));
        var next = parts.getPart(start + 3);
        return formats.slot(name, type, next.getType() == Part.Type.ARG_STYLE ? parts.getSubstring(next) : "");
    }

    private Instruction select(int start, String name) {
        var branches = new HashMap<String, Block>();
        for (int i = start + 2; parts.getPartType(i) == Part.Type.ARG_SELECTOR; i = parts.getLimitPartIndex(i + 1) + 1) {
            branches.putIfAbsent(parts.getSubstring(parts.getPart(i)), message(i + 1, null));
        }
        return new Instruction.Select(name, Map.copyOf(branches), other(branches.get("other"), start));
    }

    /** ICU's parser takes every beginning of {@code other}, even {@code o}, for it; its formatter then calls itself for ever. */
    private Block other(@Nullable Block branch, int start) {
        if (branch == null) {
            throw new BadText(BadText.Fault.PATTERN, parts.getPatternIndex(start), "Missing 'other' keyword");
        }
        return branch;
    }

    private Instruction choice(int start, String name) {
        var intervals = new ArrayList<Instruction.Choice.Interval>();
        for (int i = start + 2; parts.getPartType(i) != Part.Type.ARG_LIMIT; i = parts.getLimitPartIndex(i + 2) + 1) {
            double bound = parts.getNumericValue(parts.getPart(i));
            boolean exclusive = pattern.charAt(parts.getPatternIndex(i + 1)) == '<';
            intervals.add(new Instruction.Choice.Interval(bound, exclusive, message(i + 2, null)));
        }
        return new Instruction.Choice(name, List.copyOf(intervals));
    }

    private Instruction plural(int start, String name, PluralType type) {
        double offset = parts.getPluralOffset(start + 2);
        var enclosing = new Enclosing(name, offset);
        var exact = new LinkedHashMap<Double, Block>();
        var branches = new Block[SmallNumbers.CATEGORIES.size()];
        int other = 0;
        int first = start + 2 + (parts.getPartType(start + 2).hasNumericValue() ? 1 : 0);
        for (int i = first; parts.getPartType(i) == Part.Type.ARG_SELECTOR; i = parts.getLimitPartIndex(i) + 1) {
            int category = SmallNumbers.CATEGORIES.indexOf(parts.getSubstring(parts.getPart(i++)));
            if (parts.getPartType(i).hasNumericValue()) {
                double value = parts.getNumericValue(parts.getPart(i++));
                exact.putIfAbsent(value, message(i, enclosing));
            } else {
                // Compiled even where no number can lead to it: ICU refuses a bad style there too.
                var branch = message(i, enclosing);
                if (category >= 0 && branches[category] == null) {
                    branches[category] = branch;
                    other = category == OTHER ? i : other;
                }
            }
        }
        var rest = other(branches[OTHER], start);
        for (int i = 0; i < branches.length; i++) {
            branches[i] = branches[i] == null ? rest : branches[i];
        }
        return new Plural(name, offset, categories(other, start, type),
                exact.isEmpty() ? NO_VALUES : exact.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                exact.isEmpty() ? NO_BLOCKS : exact.values().toArray(Block[]::new), branches);
    }

    /**
     * By which format the number is judged: by that of the first slot with its name in the branch {@code other}, where no {@code #}
     * comes before; else by the plain one.
     */
    private PluralCategories categories(int other, int start, PluralType type) {
        var name = parts.getSubstring(parts.getPart(start + 1));
        for (int i = other + 1; parts.getPartType(i) != Part.Type.MSG_LIMIT; i++) {
            var part = parts.getPart(i);
            if (part.getType() == Part.Type.REPLACE_NUMBER) {
                break;
            }
            if (part.getType() == Part.Type.ARG_START) {
                boolean same = parts.partSubstringMatches(parts.getPart(i + 1), name);
                if (same && part.getArgType() == ArgType.SIMPLE) {
                    return categories(i, type);
                }
                if (same && part.getArgType() == ArgType.NONE) {
                    break;
                }
                i = parts.getLimitPartIndex(i);
            }
        }
        return formats.plain().categories(type);
    }

    private PluralCategories categories(int slot, PluralType type) {
        boolean skeleton = parts.getPartType(slot + 3) == Part.Type.ARG_STYLE
                && Formats.skeletonIn(parts.getSubstring(parts.getPart(slot + 3))).isPresent();
        return simple(slot, "") instanceof Instruction.NumberSlot number && !skeleton
                ? PluralCategories.of(formats.rules(type), number.format())
                : PluralCategories.byValue(formats.rules(type));
    }
}
