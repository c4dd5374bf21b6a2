package dev.parlance.security;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** From what somebody shows to who he is, by the directory alone. */
public final class Credentials {
    private static final String KEY = "key:";

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
                    return new Actor(KEY + offered.id(), Actor.Kind.KEY, false, Map.of(it.catalog(), it.grant()));
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

    /** The same one, by what the directory says now; a key that it does not know any more may nothing. */
    public Actor again(Actor known) {
        var directory = access.directory();
        return switch (known.kind()) {
            case KEY -> new Actor(known.name(), known.kind(), false, Optional.ofNullable(directory.keys().get(known.name().substring(KEY.length())))
                    .map(it -> Map.of(it.catalog(), it.grant())).orElse(Map.of()));
            case PERSON -> new Actor(known.name(), known.kind(), Optional.ofNullable(directory.accounts().get(known.name()))
                    .map(Directory.KnownAccount::administrator).orElse(known.administrator()), directory.grants(known.name()));
            case ANONYMOUS, OPERATOR -> known;
        };
    }

    /** Somebody whom a provider has vouched for. */
    Actor elsewhere(String name, boolean administrator) {
        var person = PersonName.ELSEWHERE + name;
        return new Actor(person, Actor.Kind.PERSON, administrator, access.directory().grants(person));
    }
}
