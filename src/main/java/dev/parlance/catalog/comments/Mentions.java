package dev.parlance.catalog.comments;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the people that a text mentions, such as {@code @anna} or {@code @oidc:anna}.
 *
 * <p>In text without spaces, such as Japanese, a mention may follow any letter of a non-Latin script. It must not follow a Latin letter or
 * digit, because {@code anna@example.org} is an address.
 */
public final class Mentions {
    /** The characters of names. The quantifier is possessive, because the end of the name is determined afterwards. */
    private static final Pattern MENTION = Pattern.compile("(?<![A-Za-z0-9._+|-])@((?:oidc:)?[A-Za-z0-9][A-Za-z0-9._@+|-]*+)");
    private static final Pattern LAST_PUNCTUATION = Pattern.compile("[^A-Za-z0-9]$");

    private Mentions() {
    }

    /**
     * Returns the mentioned people, sorted.
     *
     * @param isKnown tests whether a name belongs to a person who can be mentioned
     */
    public static List<String> find(String text, Predicate<String> isKnown) {
        var found = new TreeSet<String>();
        MENTION.matcher(text).results().forEach(it -> candidates(it.group(1)).filter(isKnown).findFirst().ifPresent(found::add));
        return List.copyOf(found);
    }

    /** Returns the name, and the name without each trailing punctuation mark, which may end the name or the sentence. */
    private static Stream<String> candidates(String name) {
        return Stream.iterate(name, it -> !it.isEmpty(), it -> LAST_PUNCTUATION.matcher(it).find() ? it.substring(0, it.length() - 1) : "");
    }
}
