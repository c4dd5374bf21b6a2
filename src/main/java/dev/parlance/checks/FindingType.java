package dev.parlance.checks;

import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of findings, each with the arguments of its message in the catalog {@code parlance}.
 *
 * <p>{@code FindingTypeTest} compares them with the catalog.
 */
public enum FindingType {
    PATTERN_INVALID("fault", "line", "column"),
    PATTERN_OTHER("argument", "line", "column"),
    PATTERN_TOO_COMPLEX("aspect", "limit"),
    PATTERN_FORMAT("formatter"),
    PATTERN_CONVERSION("conversion"),
    ARGUMENT_MISSING("argument"),
    ARGUMENT_UNKNOWN("argument"),
    ARGUMENT_RENAMED("argument", "declared"),
    ARGUMENT_TYPE("argument", "used", "declared"),
    PLURAL_MISSING("argument", "category", "number"),
    PLURAL_RARE("argument", "category"),
    PLURAL_SUPERFLUOUS("argument", "category"),
    PLURAL_DROPPED("argument"),
    NUMBER_LOST("argument", "category", "number"),
    SELECT_KEY("fault", "argument", "key", "declared"),
    ARGUMENT_REPEATED("argument"),
    FOREIGN_PLACEHOLDER("placeholder"),
    QUOTED_ARGUMENT("argument"),
    LOOK_ALIKE("found", "meant"),
    MIXED_LETTERS("word"),
    END_PUNCTUATION("fault", "found", "expected"),
    MARK_SPACING("mark"),
    EDGE_BLANKS("edge", "fault"),
    DOUBLED_BLANKS,
    LINE_BREAKS("found", "expected"),
    UNBALANCED("mark"),
    EMPTY,
    UNTRANSLATED,
    IDENTIFIER_CHANGED("identifier"),
    MARKUP("fault", "tag"),
    ATTRIBUTE_CHANGED("attribute", "tag", "expected"),
    LINK_CHANGED("link"),
    NUMBER_MISSING("number"),
    NUMBER_ADDED("number"),
    TOO_LONG("length", "limit"),
    BIDI_UNBALANCED("character"),
    INVISIBLE_CHARACTER("character"),
    TERM_MISSING("term", "translation"),
    TERM_CHANGED("term"),
    INCONSISTENT("other");

    /** The maximum length of a text that a finding repeats, in code points. */
    private static final int MAX_ECHO_LENGTH = 100;

    private final List<String> arguments;

    FindingType(String... arguments) {
        this.arguments = List.of(arguments);
    }

    /** Returns the key of the message: {@code check-end-punctuation}. */
    public String key() {
        return "check-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the names of the arguments, in the order in which their values are passed. */
    public List<String> arguments() {
        return arguments;
    }

    public Finding error(Check check, ParsedPart text, Span span, Object... values) {
        return finding(check, Severity.ERROR, text, span, values);
    }

    public Finding warning(Check check, ParsedPart text, Span span, Object... values) {
        return finding(check, Severity.WARNING, text, span, values);
    }

    public Finding information(Check check, ParsedPart text, Span span, Object... values) {
        return finding(check, Severity.INFORMATION, text, span, values);
    }

    private Finding finding(Check check, Severity severity, ParsedPart text, Span span, Object... values) {
        if (values.length != arguments.size()) {
            throw new IllegalArgumentException(this + " takes " + arguments);
        }
        var named = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.length; i++) {
            named.put(arguments.get(i), shorten(values[i]));
        }
        return new Finding(check.name(), severity, text.part(), span.start(), span.end(), key(), Map.copyOf(named), Optional.empty());
    }

    private static Object shorten(Object value) {
        return value instanceof String text && text.codePointCount(0, text.length()) > MAX_ECHO_LENGTH
                ? text.substring(0, text.offsetByCodePoints(0, MAX_ECHO_LENGTH)) + "…"
                : value;
    }
}
