package dev.parlance.security;

import dev.parlance.problems.ProblemType;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By what name a person is a member: that of an account here, or {@code oidc:} and the name by which a provider knows somebody.
 * No account's name has a colon, so nobody becomes somebody else by being called like him elsewhere.
 */
public record PersonName(String value) {
    public static final String OIDC_PREFIX = "oidc:";
    static final String OPERATOR = "administrator";

    /** Whom history names so already: the operator, and the service itself when it brings shipped texts in. */
    private static final Set<String> RESERVED = Set.of(OPERATOR, "parlance");

    private static final Pattern NAME = Pattern.compile("oidc:[A-Za-z0-9._@+|-]{1,128}|[a-z0-9]([a-z0-9._@-]{0,126}[a-z0-9])?");

    public PersonName {
        if (!NAME.matcher(value).matches() || RESERVED.contains(value)) {
            throw ProblemType.INVALID_NAME.with(value);
        }
    }

    /** Whether it is an account's. */
    public boolean isLocal() {
        return !value.startsWith(OIDC_PREFIX);
    }

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
