package dev.parlance.security.accounts;

import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessChange;
import dev.parlance.security.AccessHistory;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.Actor;
import dev.parlance.security.PersonName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The use cases that create, list and revoke personal tokens. Changes apply to this replica when a call returns. */
@Singleton
public final class EditTokens {
    private final Accounts accounts;
    private final PersonalTokens tokens;
    private final Transactions transactions;
    private final AccessRegistry accessRegistry;
    private final AccessHistory history;
    private final Clock clock;

    public EditTokens(Accounts accounts, PersonalTokens tokens, Transactions transactions, AccessRegistry accessRegistry,
            AccessHistory history, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.transactions = transactions;
        this.accessRegistry = accessRegistry;
        this.history = history;
        this.clock = clock;
    }

    /** A new token with its text, which is not stored and cannot be shown again. */
    public record CreatedToken(PersonalToken token, ApiKeyToken text) {
    }

    /**
     * Creates a token for the authenticated owner of an account.
     *
     * @throws dev.parlance.problems.ProblemException if the token expires too early or too late, or the account has too many valid tokens
     */
    public CreatedToken create(PersonalToken.CreateTokenCommand command) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var latest = now.plus(PersonalToken.MAX_LIFETIME);
        if (!command.expiresAt().isAfter(now) || command.expiresAt().isAfter(latest)) {
            throw ProblemType.OUT_OF_RANGE.with("/expiresAt", now.truncatedTo(ChronoUnit.SECONDS).toString(),
                    latest.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        var text = ApiKeyToken.generatePersonal();
        var token = new PersonalToken(text, command, now);
        transactions.call(() -> {
            // The lock serializes the creation of tokens of an account, so that the count holds.
            accounts.lock(command.person()).orElseThrow(() -> unknownAccount(command.person()));
            if (tokens.countValid(command.person(), now) >= PersonalToken.MAX_VALID_TOKENS) {
                throw ProblemType.TOO_MANY_ITEMS.with("/tokens", PersonalToken.MAX_VALID_TOKENS);
            }
            tokens.add(token);
            history.add(toChange(token, AccessChange.Action.CREATED, command.person().value(), Map.of()));
            return token;
        });
        accessRegistry.refreshAfterCommit();
        return new CreatedToken(token, text);
    }

    /** @throws dev.parlance.problems.ProblemException if there is no such account */
    public List<PersonalToken> page(PersonName person, String after, int limit) {
        return transactions.call(() -> {
            requireAccount(person);
            return tokens.page(person, after, limit);
        });
    }

    /**
     * Revokes a token for good.
     *
     * @throws dev.parlance.problems.ProblemException if there is no such account, or it has no such token
     */
    public void revoke(PersonName person, String id, Actor revoker) {
        transactions.call(() -> {
            requireAccount(person);
            var token = tokens.find(person, id).orElseThrow(() -> ProblemType.UNKNOWN_TOKEN.with(id, person.value()));
            var before = token.state();
            token.revoke(clock.instant());
            if (!token.state().equals(before)) {
                history.add(toChange(token, AccessChange.Action.REVOKED, revoker.name(), before));
            }
            return token;
        });
        accessRegistry.refreshAfterCommit();
    }

    private AccessChange toChange(PersonalToken token, AccessChange.Action action, String actor, Map<String, String> before) {
        return new AccessChange(AccessChange.Subject.TOKEN, token.id(), Optional.empty(), action, clock.instant(), actor, before,
                token.state());
    }

    private void requireAccount(PersonName person) {
        accounts.find(person).orElseThrow(() -> unknownAccount(person));
    }

    private static RuntimeException unknownAccount(PersonName person) {
        return ProblemType.UNKNOWN_ACCOUNT.with(person.value());
    }
}
