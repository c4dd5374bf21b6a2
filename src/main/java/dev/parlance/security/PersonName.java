package dev.parlance.security;

import dev.parlance.problems.ProblemType;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a person: an account's name, or {@code oidc:} and the name known to the OpenID provider.
 *
 * <p>Names of accounts contain no colon, so a user of the provider cannot take over an account by having its name.
 */
public record PersonName(String value) {
    public static final String OIDC_PREFIX = "oidc:";
    static final String OPERATOR = "administrator";

    /** Names with another meaning in history: the operator, and the service itself when it synchronises shipped catalogs. */
    private static final Set<String> RESERVED = Set.of(OPERATOR, "parlance");

    private static final Pattern NAME = Pattern.compile("oidc:[A-Za-z0-9._@+|-]{1,128}|[a-z0-9]([a-z0-9._@-]{0,126}[a-z0-9])?");

    /** @throws dev.parlance.problems.ProblemException if the name is malformed or reserved */
    public PersonName {
        if (!NAME.matcher(value).matches() || RESERVED.contains(value)) {
            throw ProblemType.INVALID_NAME.with(value);
        }
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
            throw ProblemType.INVALID_NAME.with(name);
        }
        return person;
    }

    @Override
    public String toString() {
        return value;
    }
}
