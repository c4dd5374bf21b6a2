package dev.parlance.errorbody;

import java.util.ArrayList;
import java.util.List;

/** The path of the value that a parser reads: names of members, and indexes of array elements. */
final class JsonPath {
    /** Strings and integers. The last one changes with each value of the innermost array or object. */
    private final List<Object> segments = new ArrayList<>();

    void enter(boolean isObject) {
        if (isObject) {
            segments.add("");
        } else {
            segments.add(-1);
        }
    }

    void leave() {
        segments.remove(segments.size() - 1);
    }

    void setName(String name) {
        segments.set(segments.size() - 1, name);
    }

    /** Moves to the next element if the innermost container is an array. */
    void nextValue() {
        if (!segments.isEmpty() && segments.get(segments.size() - 1) instanceof Integer index) {
            segments.set(segments.size() - 1, index + 1);
        }
    }

    /**
     * Returns whether this is the path of a pointer.
     *
     * @param pointer the segments of the pointer
     */
    boolean matches(List<String> pointer) {
        if (pointer.size() != segments.size()) {
            return false;
        }
        // The last segments differ most often.
        for (int i = segments.size() - 1; i >= 0; i--) {
            boolean wildcard = pointer.get(i).equals(MemberPointer.WILDCARD) && segments.get(i) instanceof Integer;
            if (!wildcard && !pointer.get(i).equals(segments.get(i).toString())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the path up to the last wildcard of a pointer that it matches: the error that the value belongs to. */
    List<Object> upToLastWildcard(List<String> pointer) {
        for (int i = Math.min(pointer.size(), segments.size()) - 1; i >= 0; i--) {
            if (pointer.get(i).equals(MemberPointer.WILDCARD) && segments.get(i) instanceof Integer) {
                return List.copyOf(segments.subList(0, i + 1));
            }
        }
        return List.of();
    }
}
