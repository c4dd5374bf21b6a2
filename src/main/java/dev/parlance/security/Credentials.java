package dev.parlance.security;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** From what somebody shows to who he is, by the directory alone. */
public final class Credentials {
    private final Access access;
    private final Sessions sessions;
    private final KeyUses uses;
    private final Clock clock;

    public Credentials(Access access, Sessions sessions, KeyUses uses, Clock clock) {
        this.access = access;
        this.sessions = sessions;
        this.uses = uses;
        this.clock = clock;
    }

    /** Empty for a key that is malformed, unknown, wrong, revoked or expired. */
    Optional<Actor> key(String text) {
        return KeyText.parse(text).flatMap(offered -> Optional.ofNullable(access.directory().keys().get(offered.id()))
                .filter(it -> Secrets.same(it.secretDigest(), Secrets.digest(offered.secret())) && it.holds(clock.instant()))
                .map(it -> {
                    uses.note(offered.id());
                    return new Actor("key:" + offered.id(), Actor.Kind.KEY, false, Map.of(it.catalog(), it.grant()));
                }));
    }

    /** Empty for a session that is not from here, over or ended, and for an account that has been disabled since. */
    Optional<Actor> session(String text) {
        var directory = access.directory();
        return sessions.read(text).filter(it -> !directory.endedSessions().contains(it.id()))
                .flatMap(session -> Optional.ofNullable(directory.accounts().get(session.account()))
                        .filter(it -> !it.disabled() && session.mark().equals(it.sessionsFrom().truncatedTo(ChronoUnit.MILLIS)))
                        .map(it -> new Actor(session.account(), Actor.Kind.PERSON, it.administrator(), directory.grants(session.account()))));
    }

    /** Somebody whom a provider has vouched for. */
    Actor elsewhere(String name, boolean administrator) {
        var person = PersonName.ELSEWHERE + name;
        return new Actor(person, Actor.Kind.PERSON, administrator, access.directory().grants(person));
    }
}
