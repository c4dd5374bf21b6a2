package dev.parlance.security.authentication;

import dev.parlance.catalog.CatalogName;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.Actor;
import dev.parlance.security.Grant;
import dev.parlance.security.PersonName;
import dev.parlance.security.RandomSecrets;
import dev.parlance.security.accounts.ApiKeyToken;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The verification of keys and sessions against the {@link AccessSnapshot} in memory. */
@Singleton
public final class CredentialVerifier {
    private final AccessRegistry accessRegistry;
    private final SessionTokens sessions;
    private final KeyUsageRecorder keyUsage;
    private final Clock clock;

    public CredentialVerifier(AccessRegistry accessRegistry, SessionTokens sessions, KeyUsageRecorder keyUsage, Clock clock) {
        this.accessRegistry = accessRegistry;
        this.sessions = sessions;
        this.keyUsage = keyUsage;
        this.clock = clock;
    }

    /** Returns the actor of a key; empty if the key is malformed, unknown, wrong, revoked or expired. */
    Optional<Actor> verifyKey(String text) {
        return ApiKeyToken.parse(text).filter(it -> !it.isPersonal())
                .flatMap(token -> Optional.ofNullable(accessRegistry.snapshot().keys().get(token.id()))
                .filter(it -> RandomSecrets.constantTimeEquals(it.secretDigest(), RandomSecrets.sha256(token.secret()))
                && it.isValidAt(clock.instant()))
                .map(it -> {
                    keyUsage.recordUse(token.id());
                    return toActor(Actor.KEY_PREFIX + token.id(), it);
                }));
    }

    /**
     * Returns the actor of a personal token.
     *
     * <p>Empty if the token is malformed, unknown, wrong, revoked or expired, or if its account is disabled.
     */
    Optional<Actor> verifyPersonalToken(String text) {
        return ApiKeyToken.parse(text).filter(ApiKeyToken::isPersonal).flatMap(token -> Optional
                .ofNullable(accessRegistry.snapshot().tokens().get(token.id()))
                .filter(it -> RandomSecrets.constantTimeEquals(it.secretDigest(), RandomSecrets.sha256(token.secret())))
                .flatMap(it -> toActor(token.id(), it))
                .map(it -> {
                    keyUsage.recordUse(token.id());
                    return it;
                }));
    }

    /**
     * Returns the actor of a session.
     *
     * <p>Empty if the session is not signed with our key, has expired or was ended, or if its account is disabled.
     */
    Optional<Actor> verifySession(String text) {
        var snapshot = accessRegistry.snapshot();
        return sessions.verify(text).filter(it -> !snapshot.endedSessions().contains(it.id()))
                .flatMap(session -> Optional.ofNullable(snapshot.accounts().get(session.account()))
                        .filter(it -> !it.disabled() && session.belongsTo(it))
                        .map(it -> toActor(session.account(), it)));
    }

    /** Returns the actor with its current permissions; anonymous if its key or account is no longer valid. */
    public Actor reload(Actor actor) {
        return switch (actor.kind()) {
            case KEY -> Optional.ofNullable(accessRegistry.snapshot().keys().get(actor.name().substring(Actor.KEY_PREFIX.length())))
                    .filter(it -> it.isValidAt(clock.instant())).map(it -> toActor(actor.name(), it)).orElse(Actor.ANONYMOUS);
            case PERSON -> actor.name().startsWith(PersonName.OIDC_PREFIX)
                    ? toOidcActor(actor.name(), actor.administrator())
                    : Optional.ofNullable(accessRegistry.snapshot().accounts().get(actor.name()))
                            .filter(it -> !it.disabled()).map(it -> toActor(actor.name(), it)).orElse(Actor.ANONYMOUS);
            case TOKEN -> actor.token().flatMap(id -> Optional.ofNullable(accessRegistry.snapshot().tokens().get(id))
                    .flatMap(it -> toActor(id, it))).orElse(Actor.ANONYMOUS);
            case ANONYMOUS, OPERATOR -> actor;
        };
    }

    private static Actor toActor(String name, AccessSnapshot.KeyEntry key) {
        return new Actor(name, Actor.Kind.KEY, false, Map.of(key.catalog(), key.grant()));
    }

    /**
     * Returns the actor of a token: its owner, limited to the scopes. It is never an administrator of the service, so that no token can
     * create accounts or set passwords.
     */
    private Optional<Actor> toActor(String id, AccessSnapshot.TokenEntry token) {
        var snapshot = accessRegistry.snapshot();
        return Optional.ofNullable(snapshot.accounts().get(token.person()))
                .filter(it -> !it.disabled() && token.isValidAt(clock.instant())).map(account -> {
                    var grants = new HashMap<CatalogName, Grant>();
                    snapshot.grantsOf(token.person()).forEach((catalog, grant) -> grants.put(catalog, token.limit(grant)));
                    if (account.administrator()) {
                        snapshot.publicByCatalog().keySet().forEach(it -> grants.put(it, token.limit(Grant.ALL)));
                    }
                    return new Actor(token.person(), Actor.Kind.TOKEN, false, Map.copyOf(grants), Optional.of(id));
                });
    }

    private Actor toActor(String name, AccessSnapshot.AccountEntry account) {
        return new Actor(name, Actor.Kind.PERSON, account.administrator(), accessRegistry.snapshot().grantsOf(name));
    }

    /** Returns whether a session at the OpenID provider has neither expired nor been ended in this service. */
    boolean isActive(ProviderSession session) {
        return clock.instant().isBefore(session.expiresAt()) && !accessRegistry.snapshot().endedSessions().contains(session.id());
    }

    /** Returns the actor of a user authenticated by the OpenID provider. */
    Actor toOidcActor(String person, boolean administrator) {
        return new Actor(person, Actor.Kind.PERSON, administrator, accessRegistry.snapshot().grantsOf(person));
    }
}
