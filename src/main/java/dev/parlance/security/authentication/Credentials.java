package dev.parlance.security.authentication;

import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.Actor;
import dev.parlance.security.CurrentAccess;
import dev.parlance.security.PersonName;
import dev.parlance.security.RandomSecrets;
import dev.parlance.security.accounts.KeyText;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** From what somebody shows to who he is, by the directory alone. */
@Singleton
public final class Credentials {
    private static final String KEY = "key:";

    private final CurrentAccess access;
    private final SessionTokens sessions;
    private final KeyUsage uses;
    private final Clock clock;

    public Credentials(CurrentAccess access, SessionTokens sessions, KeyUsage uses, Clock clock) {
        this.access = access;
        this.sessions = sessions;
        this.uses = uses;
        this.clock = clock;
    }

    /** Empty for a key that is malformed, unknown, wrong, revoked or expired. */
    Optional<Actor> key(String text) {
        return KeyText.parse(text).flatMap(offered -> Optional.ofNullable(access.directory().keys().get(offered.id()))
                .filter(it -> RandomSecrets.equalInConstantTime(it.secretDigest(), RandomSecrets.digest(offered.secret())) && it.holds(clock.instant()))
                .map(it -> {
                    uses.record(offered.id());
                    return actor(KEY + offered.id(), it);
                }));
    }

    /** Empty for a session that is not from here, over or ended, and for an account that has been disabled since. */
    Optional<Actor> session(String text) {
        var directory = access.directory();
        return sessions.read(text).filter(it -> !directory.endedSessions().contains(it.id()))
                .flatMap(session -> Optional.ofNullable(directory.accounts().get(session.account()))
                        .filter(it -> !it.disabled() && session.mark().equals(it.sessionsFrom().truncatedTo(ChronoUnit.MILLIS)))
                        .map(it -> actor(session.account(), it)));
    }

    /** The same one, by what the directory says now; nobody, where it says no longer who he is. */
    public Actor reauthenticate(Actor known) {
        return switch (known.kind()) {
            case KEY -> Optional.ofNullable(access.directory().keys().get(known.name().substring(KEY.length())))
                    .filter(it -> it.holds(clock.instant())).map(it -> actor(known.name(), it)).orElse(Actor.ANONYMOUS);
            case PERSON -> known.name().startsWith(PersonName.ELSEWHERE)
                    ? externalActor(known.name().substring(PersonName.ELSEWHERE.length()), known.administrator())
                    : Optional.ofNullable(access.directory().accounts().get(known.name()))
                            .filter(it -> !it.disabled()).map(it -> actor(known.name(), it)).orElse(Actor.ANONYMOUS);
            case ANONYMOUS, OPERATOR -> known;
        };
    }

    private static Actor actor(String name, AccessSnapshot.KnownKey key) {
        return new Actor(name, Actor.Kind.KEY, false, Map.of(key.catalog(), key.grant()));
    }

    private Actor actor(String name, AccessSnapshot.KnownAccount account) {
        return new Actor(name, Actor.Kind.PERSON, account.administrator(), access.directory().grants(name));
    }

    /** Somebody whom a provider has vouched for. */
    Actor externalActor(String name, boolean administrator) {
        var person = PersonName.ELSEWHERE + name;
        return new Actor(person, Actor.Kind.PERSON, administrator, access.directory().grants(person));
    }
}
