package dev.parlance.formats.tree;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A value in a file. */
public sealed interface TreeNode {

    /** Returns the line of the value's name, or of the value if it has no name, from 1. */
    int line();

    /** Returns the strings below this value, in the order of the file. */
    default Stream<String> texts() {
        if (this instanceof Text text) {
            return Stream.of(text.value());
        } else if (this instanceof Branch branch) {
            return branch.members().values().stream().flatMap(TreeNode::texts);
        }
        return this instanceof Sequence sequence ? sequence.items().stream().flatMap(TreeNode::texts) : Stream.empty();
    }

    /** A string. */
    record Text(String value, int line) implements TreeNode {
    }

    /** A number, a boolean, a date or null. */
    record Scalar(int line) implements TreeNode {
    }

    /**
     * Named values.
     *
     * @param members in the order of the file
     */
    record Branch(Map<String, TreeNode> members, int line) implements TreeNode {
        public Branch {
            members = Collections.unmodifiableMap(members);
        }

        /** Returns a string; empty if the member is missing or of another type. */
        public Optional<String> text(String name) {
            return Optional.ofNullable(members.get(name)).filter(Text.class::isInstance).map(it -> ((Text) it).value());
        }

        /** Returns the share of members that match a predicate, from 0 to 1; 0 if there are no members. */
        public double share(Predicate<TreeNode> property) {
            return members.isEmpty() ? 0 : (double) members.values().stream().filter(property).count() / members.size();
        }

        /** Returns the nested values of a member; empty if it is missing or of another type. */
        public Optional<Branch> branch(String name) {
            return Optional.ofNullable(members.get(name)).filter(Branch.class::isInstance).map(Branch.class::cast);
        }
    }

    /** An array. */
    record Sequence(List<TreeNode> items, int line) implements TreeNode {
        public Sequence {
            items = Collections.unmodifiableList(items);
        }
    }
}
