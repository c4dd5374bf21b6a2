package dev.parlance.formats.dialect;

import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Choice;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Select;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Maps the argument names of a file to valid argument names.
 *
 * <p>The new names depend only on the names in the text, not on their order, so that all translations of a message agree.
 */
final class ArgumentNames {
    private static final int MAX_LENGTH = 64;
    /** A position, or a name that is valid in every client language. */
    private static final Pattern VALID = Pattern.compile("0|[1-9][0-9]{0,3}|[a-z][a-zA-Z0-9_]{0,63}");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z0-9_]+");
    private static final String DEFAULT = "arg";

    private final Map<String, String> names = new HashMap<>();

    private ArgumentNames() {
    }

    /** Creates names for the arguments of a text. A valid name is kept; names that would become equal are numbered. */
    static ArgumentNames of(Collection<String> written) {
        var result = new ArgumentNames();
        var taken = new HashSet<String>();
        for (var name : new TreeSet<>(written)) {
            if (isValid(name)) {
                taken.add(name);
            }
        }
        for (var name : new TreeSet<>(written)) {
            if (!isValid(name)) {
                var base = toName(name);
                var unique = base;
                for (int i = 2; !taken.add(unique); i++) {
                    unique = truncate(base, MAX_LENGTH - Integer.toString(i).length()) + i;
                }
                result.names.put(name, unique);
            }
        }
        return result;
    }

    /** Creates names for the arguments of a parsed text. */
    static ArgumentNames of(ParsedPattern pattern) {
        return of(pattern.allParts().flatMap(it -> nameOf(it).stream()).collect(Collectors.toSet()));
    }

    String nameOf(String written) {
        return names.getOrDefault(written, written);
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Returns the original names by their new names. */
    SortedMap<String, String> renamed() {
        var renamed = new TreeMap<String, String>();
        names.forEach((written, name) -> renamed.put(name, written));
        return renamed;
    }

    ParsedPattern rename(ParsedPattern pattern) {
        return new ParsedPattern(pattern.parts().stream().map(this::rename).toList());
    }

    private PatternPart rename(PatternPart part) {
        if (part instanceof Slot slot) {
            return new Slot(nameOf(slot.name()));
        } else if (part instanceof StyledSlot styled) {
            return new StyledSlot(nameOf(styled.name()), styled.type(), styled.style());
        } else if (part instanceof NumberSign sign) {
            return new NumberSign(nameOf(sign.name()), sign.offset());
        } else if (part instanceof Select select) {
            return new Select(nameOf(select.name()), mapValues(select.branches(), this::rename));
        } else if (part instanceof Plural plural) {
            return new Plural(nameOf(plural.name()), plural.ordinal(), plural.offset(), mapValues(plural.exact(), this::rename),
                    mapValues(plural.branches(), this::rename));
        } else if (part instanceof Choice choice) {
            return new Choice(nameOf(choice.name()), rename(choice.last()));
        }
        return part;
    }

    static <K> Map<K, ParsedPattern> mapValues(Map<K, ParsedPattern> branches, Function<ParsedPattern, ParsedPattern> mapper) {
        var mapped = new LinkedHashMap<K, ParsedPattern>();
        branches.forEach((selector, branch) -> mapped.put(selector, mapper.apply(branch)));
        return mapped;
    }

    /** Returns the argument name of a part; empty if the part has no argument. */
    static Optional<String> nameOf(PatternPart part) {
        if (part instanceof Slot slot) {
            return Optional.of(slot.name());
        } else if (part instanceof StyledSlot styled) {
            return Optional.of(styled.name());
        } else if (part instanceof Select select) {
            return Optional.of(select.name());
        } else if (part instanceof Plural plural) {
            return Optional.of(plural.name());
        } else if (part instanceof Choice choice) {
            return Optional.of(choice.name());
        }
        return Optional.empty();
    }

    static boolean isValid(String name) {
        return name.length() <= MAX_LENGTH && VALID.matcher(name).matches();
    }

    static boolean isPosition(String name) {
        return isValid(name) && name.charAt(0) <= '9';
    }

    /** Converts a name to camel case: {@code user.name} and {@code USER_NAME} become {@code userName}. */
    private static String toName(String written) {
        var plain = ACCENTS.matcher(Normalizer.normalize(written, Normalizer.Form.NFD)).replaceAll("");
        boolean capitals = CAPITALS.matcher(plain).matches();
        var name = new StringBuilder();
        boolean starts = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (c < '0' || c > '9') && (c != '_' || capitals || name.isEmpty())) {
                starts = !name.isEmpty();
            } else {
                name.append(starts ? upper(c) : capitals || name.isEmpty() ? lower(c) : c);
                starts = false;
            }
        }
        if (name.isEmpty() || name.charAt(0) <= '9') {
            name.insert(0, DEFAULT);
        }
        return truncate(name.toString(), MAX_LENGTH);
    }

    private static String truncate(String name, int length) {
        return name.substring(0, Math.min(length, name.length()));
    }

    private static char upper(char c) {
        return Character.toString(c).toUpperCase(Locale.ROOT).charAt(0);
    }

    private static char lower(char c) {
        return Character.toString(c).toLowerCase(Locale.ROOT).charAt(0);
    }
}
