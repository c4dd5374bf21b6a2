package dev.parlance.rendering.compiled;

import java.util.List;
import java.util.Optional;

/** An instruction that executes one of several blocks, depending on its argument. */
public sealed interface Branching extends Instruction permits Instruction.Select, Instruction.Choice, PluralInstruction {

    /** Returns the blocks of all branches, each once. */
    List<InstructionBlock> blocks();

    /**
     * Returns a value of the argument that selects a block.
     *
     * @return empty if no value is known to select it, as for a plural form that the locale does not have
     */
    Optional<Object> sampleFor(InstructionBlock block);
}
