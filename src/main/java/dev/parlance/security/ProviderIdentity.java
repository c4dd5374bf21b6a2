package dev.parlance.security;

/**
 * The identity of a user of an OpenID provider. Names may be reassigned there, but never a subject (OpenID Connect Core 1.0, 5.7).
 *
 * @param issuer  the claim {@code iss}
 * @param subject the claim {@code sub}
 */
public record ProviderIdentity(String issuer, String subject) {
    private static final int DIGEST_LENGTH = 32;

    /** Returns the name that only this identity can have. It is known before any sign-in. */
    public PersonName derivedName() {
        return new PersonName(PersonName.DERIVED_PREFIX + RandomSecrets.sha256(issuer + "\n" + subject).substring(0, DIGEST_LENGTH));
    }
}
