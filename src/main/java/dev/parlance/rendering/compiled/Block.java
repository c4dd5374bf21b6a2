package dev.parlance.rendering.compiled;

import dev.parlance.rendering.compiled.CompiledText;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of literals and instructions: a whole text, or one branch of it. All its literals are one string, for half of what
 * a snapshot weighs would be the objects around short ones.
 */
public sealed class Block permits CompiledText {
    /** One character for each instruction: how long the literal before it is. Then the literals. */
    private final String literals;
    private final Instruction[] instructions;

    private Block(String literals, Instruction[] instructions) {
        this.literals = literals;
        this.instructions = instructions;
    }

    public Block(Block block) {
        this(block.literals, block.instructions);
    }

    public final void run(Execution execution) {
        int read = instructions.length;
        for (int i = 0; i < instructions.length; i++) {
            int end = read + literals.charAt(i);
            execution.append(literals, read, end);
            instructions[i].run(execution);
            read = end;
        }
        execution.append(literals, read, literals.length());
    }

    /** Whether it prints these very characters, whatever the arguments. */
    public final boolean prints(String text) {
        return instructions.length == 0 && literals.equals(text);
    }

    /** A block that is being put together, from left to right. */
    public static final class Assembly {
        private final StringBuilder lengths = new StringBuilder();
        private final StringBuilder literals = new StringBuilder();
        private final List<Instruction> instructions = new ArrayList<>();
        private int cut;

        public Assembly literal(CharSequence text) {
            return literal(text, 0, text.length());
        }

        public Assembly literal(CharSequence text, int start, int end) {
            literals.append(text, start, end);
            return this;
        }

        public Assembly then(Instruction instruction) {
            // A longer literal need not fit its character: no text that has one is ever printed, it is beyond the longest output.
            lengths.append((char) Math.min(literals.length() - cut, Character.MAX_VALUE));
            cut = literals.length();
            instructions.add(instruction);
            return this;
        }

        public Block block(Formats formats) {
            return new Block(lengths.append(literals).toString(), formats.shared(instructions));
        }
    }
}
