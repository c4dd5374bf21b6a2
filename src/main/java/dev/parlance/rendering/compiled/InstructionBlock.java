package dev.parlance.rendering.compiled;

import java.util.ArrayList;
import java.util.List;

/**
 * A sequence of literals and instructions: a whole text or one branch of it.
 *
 * <p>All literals are stored in one string. With one string per literal, object overhead would be half the size of a snapshot.
 */
public sealed class InstructionBlock permits CompiledText {
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
