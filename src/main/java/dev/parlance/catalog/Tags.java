package dev.parlance.catalog;

import dev.parlance.problems.ProblemType;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The topics of a message, by which apps select a part of a catalog.
 *
 * <p>At most 20 tags of 1 to 64 characters: lower-case ASCII letters, digits and hyphens. The first and the last one are no hyphen.
 */
public record Tags(SortedSet<String> names) {
    /** The rule of a tag, a regular expression. */
    public static final String RULE = "[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?";
    public static final String EXAMPLE = "rate-limit";
    private static final Pattern NAME = Pattern.compile(RULE);
    private static final int MAX_TAGS = 20;

    public static final Tags NONE = new Tags(new TreeSet<>());

    /** @throws dev.parlance.problems.ProblemException {@code TOO_MANY_ITEMS} or {@code INVALID_NAME} */
    public Tags {
        if (names.size() > MAX_TAGS) {
            throw ProblemType.TOO_MANY_ITEMS.with("tags", MAX_TAGS);
        }
        names.stream().filter(it -> !isValid(it)).findFirst().ifPresent(it -> {
            throw ProblemType.INVALID_NAME.with(it, RULE, EXAMPLE);
        });
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    public static Tags of(Collection<String> names) {
        return names.isEmpty() ? NONE : new Tags(new TreeSet<>(names));
    }

    public static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    public boolean contains(String tag) {
        return names.contains(tag);
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }
}
