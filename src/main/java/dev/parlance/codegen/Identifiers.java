package dev.parlance.codegen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes unique identifiers of arbitrary names.
 *
 * <p>Identifiers consist of ASCII letters, digits and underscores. A name that loses letters gets a short digest of itself, and so do
 * all names that would have the same identifier.
 *
 * @param style    joins the words
 * @param prefix   starts identifiers of names that begin with a digit or have no usable character
 * @param reserved words that are not identifiers or already in use; they get an underscore
 */
record Identifiers(Style style, String prefix, Set<String> reserved) {
    private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern CASE_CHANGE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern NEGATIVE_NUMBER = Pattern.compile("^-(?=[0-9])");
    private static final int SHORT_DIGEST = 8;
    private static final int FULL_DIGEST = 64;

    /** How the words of a name are joined. */
    enum Style {
        UPPER_SNAKE {
            @Override
            String join(List<String> words) {
                return words.stream().map(it -> it.toUpperCase(Locale.ROOT)).collect(Collectors.joining("_"));
            }
        },
        LOWER_CAMEL {
            @Override
            String join(List<String> words) {
                var joined = UPPER_CAMEL.join(words);
                return words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT) + joined.substring(words.get(0).length());
            }
        },
        UPPER_CAMEL {
            @Override
            String join(List<String> words) {
                return words.stream().map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
            }
        };

        abstract String join(List<String> words);
    }

    /** Returns the identifiers by name, in the order of the names. */
    Map<String, String> of(Collection<String> names) {
        return of(names, Function.identity());
    }

    /**
     * Returns the identifiers by item, in the order of the items.
     *
     * @param name the name from which the identifier of an item is made
     */
    Map<String, String> of(Collection<String> items, Function<String, String> name) {
        var result = new LinkedHashMap<String, String>();
        items.forEach(it -> result.put(it, identifier(name.apply(it))));
        for (int length : new int[] {SHORT_DIGEST, FULL_DIGEST, FULL_DIGEST}) {
            var uses = new HashMap<String, Integer>();
            result.values().forEach(it -> uses.merge(it, 1, Integer::sum));
            result.replaceAll((item, identifier) -> uses.get(identifier) == 1 ? identifier
                    : withDigest(identifier, digest(item, length)));
        }
        return result;
    }

    /** Returns the identifier of a single name. */
    String identifier(String name) {
        var words = SEPARATORS.splitAsStream(NEGATIVE_NUMBER.matcher(name).replaceFirst("minus "))
                .flatMap(CASE_CHANGE::splitAsStream).filter(it -> !it.isEmpty()).collect(Collectors.toList());
        boolean lossy = words.isEmpty() || name.codePoints().anyMatch(it -> it > '~' && Character.isLetterOrDigit(it));
        if (words.isEmpty() || Character.isDigit(words.get(0).charAt(0)) || NEGATIVE_NUMBER.matcher(name).lookingAt()) {
            words.add(0, prefix);
        }
        var identifier = style.join(words);
        if (lossy) {
            identifier = withDigest(identifier, digest(name, SHORT_DIGEST));
        }
        return reserved.contains(identifier) ? identifier + "_" : identifier;
    }

    private String withDigest(String identifier, String digest) {
        return identifier + "_" + (style == Style.UPPER_SNAKE ? digest.toUpperCase(Locale.ROOT) : digest);
    }

    private static String digest(String name, int length) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(name.getBytes(StandardCharsets.UTF_8))).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
