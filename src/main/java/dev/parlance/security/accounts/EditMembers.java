package dev.parlance.security.accounts;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.CurrentAccess;
import dev.parlance.security.MemberRole;
import dev.parlance.security.PersonName;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalInt;

/** Who belongs to a catalog, read and changed. What is changed holds on this replica when a call returns. */
@Singleton
public final class EditMembers {
    private final Catalogs catalogs;
    private final Members members;
    private final Accounts accounts;
    private final Transactions transactions;
    private final CurrentAccess access;

    public EditMembers(Catalogs catalogs, Members members, Accounts accounts, Transactions transactions, CurrentAccess access) {
        this.catalogs = catalogs;
        this.members = members;
        this.accounts = accounts;
        this.transactions = transactions;
        this.access = access;
    }

    public List<Member> page(CatalogName catalog, String after, int most) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return members.page(catalog, after, most);
        });
    }

    public Member get(CatalogName catalog, PersonName person) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return members.find(catalog, person).orElseThrow(() -> unknownMember(catalog, person));
        });
    }

    /** @param seen the version that is changed; empty for a person who is not in the catalog yet */
    public Member put(CatalogName catalog, PersonName person, MemberRole role, AllowedLocales locales, OptionalInt seen) {
        var put = transactions.call(() -> {
            var found = catalogs.lock(catalog).flatMap(it -> members.lock(catalog, person));
            catalogs.requireExists(catalog);
            if (person.local() && accounts.find(person).isEmpty()) {
                throw ProblemType.UNKNOWN_ACCOUNT.with(person.value());
            }
            if (found.isEmpty() ? seen.isPresent() : !seen.equals(OptionalInt.of(found.get().version()))) {
                throw ProblemType.STALE_REVISION.with();
            }
            if (found.isPresent()) {
                found.get().assign(role, locales);
                return found.get();
            }
            var member = new Member(catalog, person, role, locales);
            members.add(member);
            return member;
        });
        access.refreshQuietly();
        return put;
    }

    public void remove(CatalogName catalog, PersonName person, int seen) {
        transactions.call(() -> {
            catalogs.requireExists(catalog);
            var member = members.lock(catalog, person).orElseThrow(() -> unknownMember(catalog, person));
            if (member.version() != seen) {
                throw ProblemType.STALE_REVISION.with();
            }
            members.remove(member);
            return member;
        });
        access.refreshQuietly();
    }

    private static RuntimeException unknownMember(CatalogName catalog, PersonName person) {
        return ProblemType.UNKNOWN_MEMBER.with(person.value(), catalog.value());
    }
}
