package dev.parlance.security;

import dev.parlance.problems.ProblemType;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a person: an account's name, or {@code oidc:} and a name from the OpenID provider.
 *
 * <p>Names of accounts contain no colon, so a user of the provider cannot take over an account of the same name. Names with the
 * prefix {@code oidc:sub-} are derived from a {@link ProviderIdentity}; no name from the provider can have it.
 */
public record PersonName(String value) {
    public static final String OIDC_PREFIX = "oidc:";
    static final String DERIVED_PREFIX = OIDC_PREFIX + "sub-";
    static final String OPERATOR = "administrator";

    /** Names with another meaning in history: the operator, and the service itself when it synchronises shipped catalogs. */
    private static final Set<String> RESERVED = Set.of(OPERATOR, "parlance");

    /** The rule for account names, as shown in problems. Names from an OpenID provider have a prefix that callers do not type. */
    private static final String RULE = "[a-z0-9]([a-z0-9._@-]{0,126}[a-z0-9])?";

    private static final Pattern NAME = Pattern.compile("oidc:sub-[0-9a-f]{32}|oidc:(?!sub-)[A-Za-z0-9._@+|-]{1,128}"
            + "|" + RULE);

    /** @throws dev.parlance.problems.ProblemException if the name is malformed or reserved */
    public PersonName {
        if (!isValid(value)) {
            throw ProblemType.INVALID_NAME.with(value, RULE, "anna");
        }
    }

    private static boolean isValid(String value) {
        return NAME.matcher(value).matches() && !RESERVED.contains(value);
    }

    /** Returns the account that a name in the history refers to; empty for other kinds of actors. */
    public static Optional<PersonName> parseAccount(String name) {
        return Optional.of(name).filter(PersonName::isValid).map(PersonName::new).filter(PersonName::isLocal);
    }

    /** Returns the person with a name at the provider; empty if it is too long or has invalid characters. */
    public static Optional<PersonName> parseProviderName(String name) {
        return Optional.of(OIDC_PREFIX + name).filter(it -> isValid(it) && !it.startsWith(DERIVED_PREFIX)).map(PersonName::new);
    }

    /** Returns whether the name is derived from an identity at the provider and so needs no binding. */
    public boolean isDerived() {
        return value.startsWith(DERIVED_PREFIX);
    }

    /** Returns whether this is the name of an account. */
    public boolean isLocal() {
        return !value.startsWith(OIDC_PREFIX);
    }

    /**
     * Parses the name of an account.
     *
     * @throws dev.parlance.problems.ProblemException if the name is malformed, reserved or that of a user of the provider
     */
    public static PersonName ofAccount(String name) {
        var person = new PersonName(name);
        if (!person.isLocal()) {
            throw ProblemType.INVALID_NAME.with(name, RULE, "anna");
        }
        return person;
    }

    @Override
    public String toString() {
        return value;
    }
}
