package dev.parlance.security.authentication;

import dev.parlance.security.ProviderIdentity;
import dev.parlance.security.RandomSecrets;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A token of the OpenID provider whose signature, issuer, audience and expiry Quarkus has verified.
 *
 * @param id      identifies the token by its digest
 * @param idToken whether it is an identity token from the code flow, which the client cannot choose
 */
record ProviderToken(String id, JsonObject header, JsonObject claims, boolean idToken) {
    /** RFC 9068, 2.1. */
    private static final Set<String> ACCESS_TOKEN_TYPES = Set.of("at+jwt", "application/at+jwt");
    private static final Set<String> UNTYPED = Set.of("", "jwt", "application/jwt");
    /** The claim {@code typ} of Keycloak. Others are ID, Refresh, Offline and Logout. */
    private static final String TYPE = "typ";
    private static final String BEARER = "bearer";
    /** Claims of identity tokens (OpenID Connect Core 1.0, 2 and 3.3.2.11). */
    private static final List<String> ID_TOKEN_CLAIMS = List.of("nonce", "at_hash", "c_hash", "s_hash");
    /** Claims of access tokens: RFC 9068, and those of Entra ID and Okta. */
    private static final List<String> ACCESS_TOKEN_CLAIMS = List.of("scope", "scp", "client_id", "appid", "cid");

    /** Omits the claims, because exceptions print records. */
    @Override
    public String toString() {
        return id;
    }

    /** Returns the token that an identity was created from; empty if there is none or it is opaque. */
    static Optional<ProviderToken> of(SecurityIdentity identity) {
        TokenCredential idToken = identity.getCredential(IdTokenCredential.class);
        var token = idToken != null ? idToken : identity.getCredential(AccessTokenCredential.class);
        return Optional.ofNullable(token).map(TokenCredential::getToken).flatMap(it -> parse(it, idToken != null));
    }

    static Optional<ProviderToken> parse(String token, boolean idToken) {
        var parts = token.split("\\.");
        try {
            return parts.length == 3
                    ? Optional.of(new ProviderToken("oidc-" + RandomSecrets.sha256(token), decode(parts[0]), decode(parts[1]), idToken))
                    : Optional.empty();
        } catch (RuntimeException e) {
            // Not a JSON Web Token, such as an opaque one.
            return Optional.empty();
        }
    }

    private static JsonObject decode(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    /**
     * Returns whether the token may authenticate a request.
     *
     * <p>A bearer token must be recognizable as an access token. Providers issue identity and refresh tokens with the same audience and
     * signature, for other purposes.
     */
    boolean isAccepted() {
        return idToken || isAccessToken();
    }

    private boolean isAccessToken() {
        var headerType = lowerCase(header, TYPE);
        var claimedType = lowerCase(claims, TYPE);
        if (!claimedType.isEmpty() && !claimedType.equals(BEARER)) {
            return false;
        }
        if (ACCESS_TOKEN_TYPES.contains(headerType)) {
            return true;
        }
        return UNTYPED.contains(headerType) && (claimedType.equals(BEARER)
                || ID_TOKEN_CLAIMS.stream().noneMatch(claims::containsKey) && ACCESS_TOKEN_CLAIMS.stream().anyMatch(claims::containsKey));
    }

    private static String lowerCase(JsonObject object, String member) {
        return String.valueOf(object.getValue(member, "")).toLowerCase(Locale.ROOT);
    }

    /** Returns the identity of the user; empty if the token lacks an issuer or subject. */
    Optional<ProviderIdentity> identity() {
        return claims.getValue("iss") instanceof String issuer && claims.getValue("sub") instanceof String subject && !subject.isBlank()
                ? Optional.of(new ProviderIdentity(issuer, subject)) : Optional.empty();
    }

    /** Returns when the token expires; the epoch if it has no expiry. */
    Instant expiresAt() {
        return claims.getValue("exp") instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : Instant.EPOCH;
    }
}
