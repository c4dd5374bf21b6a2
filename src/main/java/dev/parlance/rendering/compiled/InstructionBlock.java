package dev.parlance.rendering.compiled;

import java.util.ArrayList;
import java.util.List;

/**
 * A sequence of literals and instructions: a whole text or one branch of it.
 *
 * <p>All literals are stored in one string. With one string per literal, object overhead would be half the size of a snapshot.
 */
public sealed class InstructionBlock permits CompiledText {
    private static final int MAX_LATIN = 0xFF;
    /** The block, its string and the array of that, each with its header, in a JVM with compressed pointers. */
    private static final int OBJECT_SIZE = 64;

    /** One character per instruction with the length of the literal before it, then all literals. */
    private final String literals;
    private final Instruction[] instructions;

    private InstructionBlock(String literals, Instruction[] instructions) {
        this.literals = literals;
        this.instructions = instructions;
    }

    public InstructionBlock(InstructionBlock block) {
        this(block.literals, block.instructions);
    }

    public final void execute(RenderContext context) {
        int offset = instructions.length;
        for (int i = 0; i < instructions.length; i++) {
            int end = offset + literals.charAt(i);
            context.append(literals, offset, end);
            instructions[i].execute(context);
            offset = end;
        }
        context.append(literals, offset, literals.length());
    }

    /** Returns whether the block prints exactly this text for all arguments. */
    public final boolean printsExactly(String text) {
        return instructions.length == 0 && literals.equals(text);
    }

    /**
     * Returns whether a text starts and ends with the outer literals of the block, as every text does that the block prints.
     *
     * <p>Creates no objects, so that most texts can be told apart from the output of the block at little cost.
     */
    public final boolean hasOuterLiterals(String text) {
        int first = instructions.length;
        if (first == 0) {
            return text.equals(literals);
        }
        int last = first;
        for (int i = 0; i < first; i++) {
            last += literals.charAt(i);
        }
        int lastLength = literals.length() - last;
        return text.length() >= literals.charAt(0) + lastLength && text.regionMatches(0, literals, first, literals.charAt(0))
                && text.regionMatches(text.length() - lastLength, literals, last, lastLength);
    }

    /** Returns the approximate memory of the block, without the formatters and simple instructions that are shared between texts. */
    public final long sizeInBytes() {
        boolean latin = literals.chars().allMatch(it -> it <= MAX_LATIN);
        long branches = 0;
        for (var instruction : instructions) {
            if (instruction instanceof Branching branching) {
                branches += OBJECT_SIZE + branching.blocks().stream().mapToLong(InstructionBlock::sizeInBytes).sum();
            }
        }
        return OBJECT_SIZE + (latin ? 1L : 2L) * literals.length() + branches;
    }

    public final List<Instruction> instructions() {
        return List.of(instructions);
    }

    /** Returns the literals before, between and after the instructions: one more than there are instructions. */
    public final List<String> literals() {
        var result = new ArrayList<String>(instructions.length + 1);
        int offset = instructions.length;
        for (int i = 0; i < instructions.length; i++) {
            result.add(literals.substring(offset, offset + literals.charAt(i)));
            offset += literals.charAt(i);
        }
        result.add(literals.substring(offset));
        return result;
    }

    /** Builds a block from left to right. */
    public static final class Builder {
        private final StringBuilder lengths = new StringBuilder();
        private final StringBuilder literals = new StringBuilder();
        private final List<Instruction> instructions = new ArrayList<>();
        private int literalStart;

        public Builder addLiteral(CharSequence text) {
            return addLiteral(text, 0, text.length());
        }

        public Builder addLiteral(CharSequence text, int start, int end) {
            literals.append(text, start, end);
            return this;
        }

        public Builder add(Instruction instruction) {
            // The length may be cut off: a literal that long exceeds the maximum output, so its text is never printed.
            lengths.append((char) Math.min(literals.length() - literalStart, Character.MAX_VALUE));
            literalStart = literals.length();
            instructions.add(instruction);
            return this;
        }

        public InstructionBlock build(LocaleFormatters formats) {
            return new InstructionBlock(lengths.append(literals).toString(), formats.intern(instructions));
        }
    }
}
