package dev.parlance.rendering;

import java.util.List;

/** Instructions in a row: a whole text, or one branch of it. */
final class Block {
    private final Instruction[] instructions;

    Block(List<Instruction> instructions) {
        this.instructions = instructions.toArray(Instruction[]::new);
    }

    void run(Execution execution) {
        for (var instruction : instructions) {
            instruction.run(execution);
        }
    }

}
