package dev.parlance.checks.text;

import com.ibm.icu.text.MessagePattern.ArgType;
import dev.parlance.rendering.ArgumentContract;
import java.util.List;

/**
 * An argument that chooses between branches.
 *
 * @param name as typed: a name or a position
 * @param offset the offset of a plural; 0 otherwise
 * @param branches in the order of the text
 */
public record ChoiceArgument(String name, ArgType type, double offset, Span span, List<Branch> branches) {

    /**
     * A branch of a choice.
     *
     * @param key {@code other}, {@code =1}, {@code male}
     * @param keySpan the key in the typed text
     * @param showsNumber whether every reading of the text with this branch shows the value of the argument
     */
    public record Branch(String key, Span keySpan, boolean showsNumber) {
    }

    public boolean isPlural() {
        return type.hasPluralStyle();
    }

    public boolean isOrdinal() {
        return type == ArgType.SELECTORDINAL;
    }

    public boolean isSelect() {
        return type == ArgType.SELECT;
    }

    /** Returns the declared name: {@code 0} and {@code limit} may be the same argument. */
    public String canonicalName(ArgumentContract contract) {
        return new ArgumentUse(name, span, span).canonicalName(contract);
    }
}
