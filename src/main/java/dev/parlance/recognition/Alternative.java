package dev.parlance.recognition;

import dev.parlance.rendering.compiled.Branching;
import dev.parlance.rendering.compiled.Instruction;
import dev.parlance.rendering.compiled.InstructionBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the forms that a text can take: literals, the holes between them, and the branches that lead there.
 *
 * @param literals one more than there are holes; may be empty
 * @param holes    instructions that print an argument; a {@link Branching} among them has too many branches to unfold and prints anything
 */
record Alternative(List<String> literals, List<Instruction> holes, List<Decision> decisions) {
    /**
     * The most alternatives of a text.
     *
     * <p>Branches multiply: six plurals of six forms have 46,656 combinations. Beyond the limit, a branching is a hole.
     */
    static final int MAX_ALTERNATIVES = 64;

    /** @param block null if the argument is missing, so that its name is printed in braces */
    record Decision(Branching branching, @Nullable InstructionBlock block) {
    }

    static List<Alternative> of(InstructionBlock block) {
        var literals = block.literals();
        var instructions = block.instructions();
        if (instructions.stream().noneMatch(Branching.class::isInstance)) {
            return List.of(new Alternative(literals, instructions, List.of()));
        }
        var all = List.of(literal(literals.get(0)));
        for (int i = 0; i < instructions.size(); i++) {
            var next = unfold(instructions.get(i));
            if (next.size() * all.size() > MAX_ALTERNATIVES) {
                next = List.of(hole(instructions.get(i)));
            }
            all = concatenate(concatenate(all, next), List.of(literal(literals.get(i + 1))));
        }
        return all;
    }

    private static List<Alternative> unfold(Instruction instruction) {
        if (!(instruction instanceof Branching branching)) {
            return List.of(hole(instruction));
        }
        var all = new ArrayList<Alternative>();
        for (var block : branching.blocks()) {
            of(block).forEach(it -> all.add(it.decided(new Decision(branching, block))));
        }
        all.add(literal("{" + branching.name() + "}").decided(new Decision(branching, null)));
        return all;
    }

    private static List<Alternative> concatenate(List<Alternative> all, List<Alternative> next) {
        var joint = new ArrayList<Alternative>(all.size() * next.size());
        for (var it : all) {
            for (var other : next) {
                joint.add(it.concatenate(other));
            }
        }
        return joint;
    }

    private Alternative concatenate(Alternative next) {
        int last = literals.size() - 1;
        var joint = literals.get(last) + next.literals.get(0);
        return new Alternative(concat(concat(literals.subList(0, last), List.of(joint)), next.literals.subList(1, next.literals.size())),
                concat(holes, next.holes), concat(decisions, next.decisions));
    }

    private static <T> List<T> concat(List<T> one, List<T> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        var joint = new ArrayList<T>(one.size() + other.size());
        joint.addAll(one);
        joint.addAll(other);
        return joint;
    }

    private static Alternative literal(String text) {
        return new Alternative(List.of(text), List.of(), List.of());
    }

    private static Alternative hole(Instruction instruction) {
        return new Alternative(List.of("", ""), List.of(instruction), List.of());
    }

    private Alternative decided(Decision decision) {
        return new Alternative(literals, holes, concat(List.of(decision), decisions));
    }

    int literalCharacters() {
        return literals.stream().mapToInt(String::length).sum();
    }
}
