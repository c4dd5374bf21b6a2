package dev.parlance.security.accounts;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessChange;
import dev.parlance.security.AccessHistory;
import dev.parlance.security.AccessRecords;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.Actor;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.MemberRole;
import dev.parlance.security.PersonName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The use cases that list and edit the members of a catalog. Changes apply to this replica when a call returns. */
@Singleton
public final class EditMembers {
    private final Catalogs catalogs;
    private final Members members;
    private final Accounts accounts;
    private final AccessRecords records;
    private final Transactions transactions;
    private final AccessRegistry accessRegistry;
    private final AccessHistory history;
    private final Clock clock;

    public EditMembers(Catalogs catalogs, Members members, Accounts accounts, AccessRecords records, Transactions transactions,
            AccessRegistry accessRegistry, AccessHistory history, Clock clock) {
        this.catalogs = catalogs;
        this.members = members;
        this.accounts = accounts;
        this.records = records;
        this.transactions = transactions;
        this.accessRegistry = accessRegistry;
        this.history = history;
        this.clock = clock;
    }

    public List<Member> page(CatalogName catalog, String after, int limit) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return members.page(catalog, after, limit);
        });
    }

    public Member get(CatalogName catalog, PersonName person) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return members.find(catalog, person).orElseThrow(() -> unknownMember(catalog, person));
        });
    }

    /**
     * A request to add or update a member.
     *
     * @param bindAtFirstSignIn whether to trust that the first user of the OpenID provider who signs in under this name is the person
     */
    public record SaveMemberCommand(CatalogName catalog, PersonName person, MemberRole role, AllowedLocales locales,
            boolean bindAtFirstSignIn) {
    }

    /**
     * Adds or updates a member.
     *
     * <p>A name at the OpenID provider is bound to one user there, now or at the first sign-in.
     *
     * @param expectedVersion the version that the caller has read; empty for a person who is not a member yet
     * @throws dev.parlance.problems.ProblemException if the catalog or account is unknown, the member has another version, or
     *         the name is that of an unknown user of the provider and may not be bound
     */
    public Member save(SaveMemberCommand command, OptionalInt expectedVersion, Actor editor) {
        var saved = transactions.call(() -> {
            var existing = catalogs.lock(command.catalog()).flatMap(it -> members.lock(command.catalog(), command.person()));
            catalogs.requireExists(command.catalog());
            requirePerson(command);
            if (existing.isEmpty() ? expectedVersion.isPresent() : !expectedVersion.equals(OptionalInt.of(existing.get().version()))) {
                throw expectedVersion.isPresent() ? ProblemType.STALE_REVISION.with()
                        : ProblemType.RESOURCE_EXISTS.with("\"" + existing.get().version() + "\"");
            }
            if (existing.isPresent()) {
                var before = existing.get().state();
                existing.get().update(command.role(), command.locales());
                record(command.catalog(), command.person(), AccessChange.Action.CHANGED, editor, before, existing.get().state());
                return existing.get();
            }
            var member = new Member(command.catalog(), command.person(), command.role(), command.locales());
            members.add(member);
            record(command.catalog(), command.person(), AccessChange.Action.CREATED, editor, Map.of(), member.state());
            return member;
        });
        accessRegistry.refreshAfterCommit();
        return saved;
    }

    /**
     * Removes a member.
     *
     * @param expectedVersion the version that the caller has read
     * @throws dev.parlance.problems.ProblemException if the catalog or member is unknown, or the member has another version
     */
    public void remove(CatalogName catalog, PersonName person, int expectedVersion, Actor editor) {
        transactions.call(() -> {
            catalogs.requireExists(catalog);
            var member = members.lock(catalog, person).orElseThrow(() -> unknownMember(catalog, person));
            if (member.version() != expectedVersion) {
                throw ProblemType.STALE_REVISION.with();
            }
            members.remove(member);
            record(catalog, person, AccessChange.Action.REMOVED, editor, member.state(), Map.of());
            return member;
        });
        accessRegistry.refreshAfterCommit();
    }

    private void record(CatalogName catalog, PersonName person, AccessChange.Action action, Actor editor, Map<String, String> before,
            Map<String, String> after) {
        history.add(new AccessChange(AccessChange.Subject.MEMBER, person.value(), Optional.of(catalog), action, clock.instant(),
                editor.name(), before, after));
    }

    private void requirePerson(SaveMemberCommand command) {
        var person = command.person();
        if (person.isLocal() && accounts.find(person).isEmpty()) {
            throw ProblemType.UNKNOWN_ACCOUNT.with(person.value());
        }
        if (!person.isLocal() && !person.isDerived() && !records.hasProviderPerson(person)) {
            if (!command.bindAtFirstSignIn()) {
                throw ProblemType.INVALID_FIELD.with("/bindAtFirstSignIn", "missing");
            }
            records.addWaitingPerson(person);
        }
    }

    private static RuntimeException unknownMember(CatalogName catalog, PersonName person) {
        return ProblemType.UNKNOWN_MEMBER.with(person.value(), catalog.value());
    }
}
