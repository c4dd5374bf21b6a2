package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules.PluralType;
import dev.parlance.rendering.compiled.Instruction;
import dev.parlance.rendering.compiled.InstructionBlock;
import dev.parlance.rendering.compiled.LocaleFormatters;
import dev.parlance.rendering.compiled.PluralCategories;
import dev.parlance.rendering.compiled.PluralInstruction;
import dev.parlance.rendering.compiled.SmallNumberTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles ICU's parse of a pattern to instructions, from left to right. For a single use. */
final class PatternCompiler {
    private static final int OTHER = SmallNumberTables.CATEGORIES.indexOf("other");
    private static final double[] NO_VALUES = {};
    private static final InstructionBlock[] NO_BLOCKS = {};

    private final MessagePattern parts;
    private final String pattern;
    private final LocaleFormatters formats;
    private final ArgumentContract contract;

    PatternCompiler(MessagePattern parts, LocaleFormatters formats, ArgumentContract contract) {
        this.parts = parts;
        this.pattern = parts.getPatternString();
        this.formats = formats;
        this.contract = contract;
    }

    InstructionBlock compile() {
        return compileMessage(0, null);
    }

    /** The plural that a {@code #} in the branch refers to. */
    private record Enclosing(String name, double offset) {
    }

    private InstructionBlock compileMessage(int start, @Nullable Enclosing plural) {
        var block = new InstructionBlock.Builder();
        int read = parts.getPart(start).getLimit();
        for (int i = start + 1;; i++) {
            var part = parts.getPart(i);
            block.addLiteral(pattern, read, part.getIndex());
            read = part.getLimit();
            if (part.getType() == Part.Type.MSG_LIMIT) {
                return block.build(formats);
            } else if (part.getType() == Part.Type.REPLACE_NUMBER && plural != null) {
                block.add(new PluralInstruction.PluralNumber(plural.name(), plural.offset(), formats.unstyledNumbers()));
            } else if (part.getType() == Part.Type.ARG_START) {
                block.add(compileArgument(i));
                i = parts.getLimitPartIndex(i);
                read = parts.getPart(i).getLimit();
            }
        }
    }

    private Instruction compileArgument(int start) {
        var name = contract.canonicalName(parts.getSubstring(parts.getPart(start + 1)));
        return switch (parts.getPart(start).getArgType()) {
            case NONE -> new Instruction.Slot(name, formats.unstyledNumbers());
            case SIMPLE -> compileSimple(start, name);
            case SELECT -> compileSelect(start, name);
            case CHOICE -> compileChoice(start, name);
            case PLURAL -> compilePlural(start, name, PluralType.CARDINAL);
            case SELECTORDINAL -> compilePlural(start, name, PluralType.ORDINAL);
        };
    }

    private Instruction compileSimple(int start, String name) {
        var type = parts.getSubstring(parts.getPart(start + 2));
        var next = parts.getPart(start + 3);
        return formats.createSlot(name, type, next.getType() == Part.Type.ARG_STYLE ? parts.getSubstring(next) : "");
    }

    private Instruction compileSelect(int start, String name) {
        var branches = new HashMap<String, InstructionBlock>();
        for (int i = start + 2; parts.getPartType(i) == Part.Type.ARG_SELECTOR; i = parts.getLimitPartIndex(i + 1) + 1) {
            branches.putIfAbsent(parts.getSubstring(parts.getPart(i)), compileMessage(i + 1, null));
        }
        return new Instruction.Select(name, Map.copyOf(branches), requireOther(branches.get("other"), start));
    }

    /** ICU's parser accepts any prefix of {@code other}, even {@code o}. Its formatter then recurses endlessly. */
    private InstructionBlock requireOther(@Nullable InstructionBlock branch, int start) {
        if (branch == null) {
            throw PatternSyntax.missingOther(parts, start);
        }
        return branch;
    }

    private Instruction compileChoice(int start, String name) {
        var intervals = new ArrayList<Instruction.Choice.Interval>();
        for (int i = start + 2; parts.getPartType(i) != Part.Type.ARG_LIMIT; i = parts.getLimitPartIndex(i + 2) + 1) {
            double bound = parts.getNumericValue(parts.getPart(i));
            boolean exclusive = pattern.charAt(parts.getPatternIndex(i + 1)) == '<';
            intervals.add(new Instruction.Choice.Interval(bound, exclusive, compileMessage(i + 2, null)));
        }
        return new Instruction.Choice(name, List.copyOf(intervals));
    }

    private Instruction compilePlural(int start, String name, PluralType type) {
        double offset = parts.getPluralOffset(start + 2);
        var enclosing = new Enclosing(name, offset);
        var exact = new LinkedHashMap<Double, InstructionBlock>();
        var branches = new InstructionBlock[SmallNumberTables.CATEGORIES.size()];
        int other = 0;
        int first = start + 2 + (parts.getPartType(start + 2).hasNumericValue() ? 1 : 0);
        for (int i = first; parts.getPartType(i) == Part.Type.ARG_SELECTOR; i = parts.getLimitPartIndex(i) + 1) {
            int category = SmallNumberTables.CATEGORIES.indexOf(parts.getSubstring(parts.getPart(i++)));
            if (parts.getPartType(i).hasNumericValue()) {
                double value = parts.getNumericValue(parts.getPart(i++));
                exact.putIfAbsent(value, compileMessage(i, enclosing));
            } else {
                // Compiled even if no number can select it: ICU rejects an invalid style there too.
                var branch = compileMessage(i, enclosing);
                if (category >= 0 && branches[category] == null) {
                    branches[category] = branch;
                    other = category == OTHER ? i : other;
                }
            }
        }
        var otherBranch = requireOther(branches[OTHER], start);
        for (int i = 0; i < branches.length; i++) {
            branches[i] = branches[i] == null ? otherBranch : branches[i];
        }
        return new PluralInstruction(name, offset, pluralCategories(other, start, type),
                exact.isEmpty() ? NO_VALUES : exact.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                exact.isEmpty() ? NO_BLOCKS : exact.values().toArray(InstructionBlock[]::new), branches);
    }

    /**
     * Returns the categories for the number as printed, as in ICU.
     *
     * <p>The format is that of the first slot with the same name in the {@code other} branch, if no {@code #} precedes it; otherwise
     * the format without a style.
     */
    private PluralCategories pluralCategories(int other, int start, PluralType type) {
        var name = parts.getSubstring(parts.getPart(start + 1));
        for (int i = other + 1; parts.getPartType(i) != Part.Type.MSG_LIMIT; i++) {
            var part = parts.getPart(i);
            if (part.getType() == Part.Type.REPLACE_NUMBER) {
                break;
            }
            if (part.getType() == Part.Type.ARG_START) {
                boolean same = parts.partSubstringMatches(parts.getPart(i + 1), name);
                if (same && part.getArgType() == ArgType.SIMPLE) {
                    return pluralCategories(i, type);
                }
                if (same && part.getArgType() == ArgType.NONE) {
                    break;
                }
                i = parts.getLimitPartIndex(i);
            }
        }
        return formats.unstyledNumbers().categories(type);
    }

    private PluralCategories pluralCategories(int slot, PluralType type) {
        boolean skeleton = parts.getPartType(slot + 3) == Part.Type.ARG_STYLE
                && LocaleFormatters.findSkeleton(parts.getSubstring(parts.getPart(slot + 3))).isPresent();
        var instruction = compileSimple(slot, "");
        if (skeleton) {
            return PluralCategories.ofValue(formats.pluralRules(type));
        } else if (instruction instanceof Instruction.NumberSlot number) {
            return PluralCategories.categoryOf(formats.pluralRules(type), number.format());
        }
        return instruction instanceof Instruction.AmountSlot amount
                ? PluralCategories.categoryOf(formats.pluralRules(type), amount.format())
                : PluralCategories.ofValue(formats.pluralRules(type));
    }
}
