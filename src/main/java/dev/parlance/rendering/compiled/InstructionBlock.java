package dev.parlance.rendering.compiled;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of literals and instructions: a whole text, or one branch of it. All its literals are one string, for half of what
 * a snapshot weighs would be the objects around short ones.
 */
public sealed class InstructionBlock permits CompiledText {
    /** One character for each instruction: how long the literal before it is. Then the literals. */
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

    /** Whether it prints these very characters, whatever the arguments. */
    public final boolean printsExactly(String text) {
        return instructions.length == 0 && literals.equals(text);
    }

    /** A block that is being put together, from left to right. */
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
            // A longer literal need not fit its character: no text that has one is ever printed, it is beyond the longest output.
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
