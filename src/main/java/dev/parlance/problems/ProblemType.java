package dev.parlance.problems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The types of problems that Parlance reports, each with the names of its arguments.
 *
 * <p>The name of a constant is the reason of a message in the catalog {@code parlance}, which defines status, title and detail.
 */
public enum ProblemType {
    MALFORMED_REQUEST,
    MALFORMED_BODY("line", "column"),
    UNKNOWN_FIELD("pointer", "known?"),
    UNKNOWN_PARAMETER("parameter", "known"),
    REPEATED_PARAMETER("parameter"),
    INVALID_PARAMETER("parameter", "value", "allowed", "example?"),
    MISSING_PARAMETER("parameter", "example?"),
    PARAMETER_TOO_LONG("parameter", "limit"),
    INVALID_LOCALE("locale"),
    INVALID_NAME("name", "rule?", "example?", "kind?"),
    UNKNOWN_CATALOG("catalog"),
    UNKNOWN_MESSAGE("key", "catalog"),
    UNKNOWN_CODE("code", "catalog"),
    UNKNOWN_LOCALE("locale", "catalog", "offered"),
    NOT_FOUND("path"),
    METHOD_NOT_ALLOWED("method", "allowed"),
    NOT_ACCEPTABLE("offered"),
    BODY_TOO_LARGE("limit"),
    REQUEST_TIMEOUT("seconds"),
    URI_TOO_LONG("limit"),
    UNSUPPORTED_MEDIA_TYPE("supported"),
    INVALID_FIELD("pointer", "expected", "allowed?", "example?"),
    FORBIDDEN_CHARACTER("pointer", "character"),
    TOO_LONG("pointer", "limit"),
    OUT_OF_RANGE("pointer", "min", "max"),
    INVALID_PATTERN("pointer", "offset", "fault?", "argument?", "line?", "column?"),
    PATTERN_TOO_COMPLEX("pointer", "aspect", "limit"),
    FORMATTER_NOT_ALLOWED("pointer", "formatter", "allowed?"),
    UNSUPPORTED_CONVERSION("pointer", "conversion"),
    TOO_MANY_ITEMS("pointer", "limit"),
    TOO_MANY_CHANGES("limit"),
    INVALID_ARGUMENT("argument", "fault", "limit"),
    ARGUMENT_MISMATCH("key", "arguments", "declared?"),
    OUTPUT_TOO_LARGE("limit"),
    RESPONSE_TOO_LARGE("limit"),
    HEADER_TOO_LARGE("limit"),
    UNAUTHORIZED("credentials?"),
    SIGN_IN_FAILED,
    TOO_MANY_ATTEMPTS("seconds"),
    TOO_MANY_REQUESTS("seconds"),
    NOT_PERMITTED("permission?", "role?"),
    LOCALE_NOT_ALLOWED("locale", "allowed"),
    CROSS_SITE,
    LAST_ADMIN("name"),
    INVALID_PASSWORD("shortest", "longest"),
    COMMON_PASSWORD,
    UNKNOWN_MEMBER("person", "catalog"),
    UNKNOWN_KEY("key", "catalog"),
    UNKNOWN_ACCOUNT("name"),
    UNKNOWN_TOKEN("token", "name"),
    SESSION_REQUIRED,
    TOKEN_NOT_ALLOWED,
    UNKNOWN_RELEASE("release", "catalog"),
    UNKNOWN_CHANNEL("channel", "catalog"),
    ALREADY_EXISTS("name"),
    RELEASE_REFUSED("catalog", "faults"),
    RELEASE_INCOMPLETE("catalog", "locales"),
    BREAKING_CHANGE("keys"),
    NOTHING_TO_ROLL_BACK("channel"),
    CATALOG_HAS_RELEASES("catalog"),
    INVALID_EXAMPLE("pointer", "type"),
    INVALID_REPLACEMENT("key", "fault"),
    REQUIRED_LOCALE_NOT_OFFERED("locale"),
    RESERVED_CHANNEL("channel"),
    SOURCE_LOCALE_NOT_REMOVABLE("locale", "catalog"),
    TEXTS_IN_DRAFT("locale", "count", "keys"),
    TEXTS_NOT_APPROVED("locale", "count", "keys"),
    UNKNOWN_LANGUAGE("locale", "suggestion"),
    STALE_REVISION,
    RESOURCE_EXISTS("etag"),
    MALFORMED_ENTITY_TAG("header", "value", "example?"),
    UNKNOWN_TEXT("key", "locale"),
    UNKNOWN_VERSION("version"),
    UNKNOWN_REVISION("revision", "catalog"),
    CHANGED_SINCE("things"),
    NOT_REVERTIBLE("revision"),
    TEXT_HAS_ERRORS("errors"),
    UNCONFIRMED_WARNINGS("checks"),
    SECOND_PERSON_NEEDED,
    UNKNOWN_JOB("job"),
    NOT_UNDOABLE("stage"),
    UNKNOWN_TERM("term", "catalog"),
    UNKNOWN_COMMENT("comment", "key"),
    UNKNOWN_WEBHOOK("webhook", "catalog"),
    UNKNOWN_DELIVERY("delivery", "webhook"),
    MACHINE_TRANSLATION_OFF,
    MACHINE_TRANSLATION_UNAVAILABLE("fault"),
    MACHINE_TRANSLATION_UNUSABLE("fault"),
    MALFORMED_FILE("file", "fault", "detail", "line?"),
    UNKNOWN_FILE_FORMAT("file", "known"),
    IMPORT_REFUSED("refused"),
    IMPORT_CONFLICTS("conflicts"),
    UNKNOWN_IMPORT("import", "catalog"),
    IDEMPOTENCY_KEY_REUSED("key"),
    LOSSY_EXPORT("format", "count", "keys"),
    PRECONDITION_REQUIRED("header"),
    BUSY,
    DATABASE_UNAVAILABLE,
    OUTCOME_UNKNOWN,
    INTERNAL_ERROR("reference"),
    NOT_READY;

    private static final int MAX_ECHO_LENGTH = 500;

    private static final String OPTIONAL = "?";
    /** The value of an omitted argument. The texts select a branch by it. */
    public static final String NONE = "none";

    private final List<String> arguments;
    private final int required;

    /** @param arguments the names; those that end with a question mark may be omitted */
    ProblemType(String... arguments) {
        this.arguments = Arrays.stream(arguments).map(it -> it.replace(OPTIONAL, "")).toList();
        this.required = (int) Arrays.stream(arguments).filter(it -> !it.endsWith(OPTIONAL)).count();
    }

    /** Returns the message key in the catalog {@code parlance}, such as {@code invalid-locale}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether the argument may be omitted. */
    boolean isOptional(String argument) {
        return arguments.indexOf(argument) >= required;
    }

    /** Returns the names of the arguments, in the order in which {@link #with} takes their values. */
    public List<String> arguments() {
        return arguments;
    }

    /**
     * Creates the exception for this type.
     *
     * <p>Optional arguments at the end may be omitted. Omitted arguments and empty strings become {@link #NONE}, so that texts have no
     * gaps. Strings are shortened to 500 code points, because they come from the caller and are echoed in the response.
     *
     * @throws IllegalArgumentException if a required argument has no value, or there are too many values
     */
    public ProblemException with(Object... values) {
        if (values.length < required || values.length > arguments.size()) {
            throw new IllegalArgumentException(this + " takes " + arguments + ", not " + Arrays.toString(values));
        }
        var all = new ArrayList<>(Arrays.stream(values).map(ProblemType::shorten).toList());
        while (all.size() < arguments.size()) {
            all.add(NONE);
        }
        return new ProblemException(this, all);
    }

    private static Object shorten(Object value) {
        if (value.equals("")) {
            return NONE;
        }
        return value instanceof String text && text.codePointCount(0, text.length()) > MAX_ECHO_LENGTH
                ? text.substring(0, text.offsetByCodePoints(0, MAX_ECHO_LENGTH)) + "…"
                : value;
    }
}
