package dev.parlance.rendering;

import java.util.List;

/** Instructions in a row: a whole text, or one branch of it. */
record Block(List<Instruction> instructions) {
    Block {
        instructions = List.copyOf(instructions);
    }

    void run(Execution execution) {
        for (var instruction : instructions) {
            instruction.run(execution);
        }
    }
}
