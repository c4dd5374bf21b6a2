package dev.parlance.security.accounts;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.MemberRole;
import dev.parlance.security.PersonName;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalInt;

/** The use cases that list and edit the members of a catalog. Changes apply to this replica when a call returns. */
@Singleton
public final class EditMembers {
    private final Catalogs catalogs;
    private final Members members;
    private final Accounts accounts;
    private final Transactions transactions;
    private final AccessRegistry accessRegistry;

    public EditMembers(Catalogs catalogs, Members members, Accounts accounts, Transactions transactions, AccessRegistry accessRegistry) {
        this.catalogs = catalogs;
        this.members = members;
        this.accounts = accounts;
        this.transactions = transactions;
        this.accessRegistry = accessRegistry;
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
     * Adds or updates a member.
     *
     * @param expectedVersion the version that the caller has read; empty for a person who is not a member yet
     * @throws dev.parlance.problems.ProblemException if the catalog or account is unknown, or the member has another version
     */
    public Member save(CatalogName catalog, PersonName person, MemberRole role, AllowedLocales locales, OptionalInt expectedVersion) {
        var saved = transactions.call(() -> {
            var existing = catalogs.lock(catalog).flatMap(it -> members.lock(catalog, person));
            catalogs.requireExists(catalog);
            if (person.isLocal() && accounts.find(person).isEmpty()) {
                throw ProblemType.UNKNOWN_ACCOUNT.with(person.value());
            }
            if (existing.isEmpty() ? expectedVersion.isPresent() : !expectedVersion.equals(OptionalInt.of(existing.get().version()))) {
                throw ProblemType.STALE_REVISION.with();
            }
            if (existing.isPresent()) {
                existing.get().update(role, locales);
                return existing.get();
            }
            var member = new Member(catalog, person, role, locales);
            members.add(member);
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
    public void remove(CatalogName catalog, PersonName person, int expectedVersion) {
        transactions.call(() -> {
            catalogs.requireExists(catalog);
            var member = members.lock(catalog, person).orElseThrow(() -> unknownMember(catalog, person));
            if (member.version() != expectedVersion) {
                throw ProblemType.STALE_REVISION.with();
            }
            members.remove(member);
            return member;
        });
        accessRegistry.refreshAfterCommit();
    }

    private static RuntimeException unknownMember(CatalogName catalog, PersonName person) {
        return ProblemType.UNKNOWN_MEMBER.with(person.value(), catalog.value());
    }
}
