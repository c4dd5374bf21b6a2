package dev.parlance.security.accounts;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.JA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.PortContract;
import dev.parlance.security.AccessChange;
import dev.parlance.security.AccessHistory;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.MemberRole;
import dev.parlance.security.PersonName;
import dev.parlance.security.Scope;
import dev.parlance.security.accounts.ApiKey.CreateKeyCommand;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The behavior that all repositories of accounts, members and keys share. Every test rolls back, because accounts belong to no catalog. */
public abstract class AccessPortsContract extends PortContract {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final String HASH = "$2a$04$" + "a".repeat(53);
    private static final CatalogName ELSEWHERE = new CatalogName("elsewhere");

    protected abstract AccessPorts access();

    @Test
    public void pagesAccountsByName() {
        rows.runAndRollBack(() -> {
            List.of("c", "a", "b").forEach(it -> add(it, false));
            assertThat(access().accounts().page(rows.name.value(), 2)).extracting(Account::name)
                    .containsExactly(name("a").value(), name("b").value());
            assertThat(access().accounts().page(name("b").value(), 1)).extracting(Account::name).containsExactly(name("c").value());
        });
    }

    @Test
    public void findsAndLocksAccounts() {
        rows.runAndRollBack(() -> {
            var added = add("a", false);
            assertThat(access().accounts().find(name("a"))).containsSame(added);
            assertThat(access().accounts().lock(name("a"))).containsSame(added);
            assertThat(access().accounts().find(name("b"))).isEmpty();
            assertThat(access().accounts().lock(name("b"))).isEmpty();
        });
    }

    @Test
    public void locksEnabledAdministratorsOnly() {
        rows.runAndRollBack(() -> {
            add("a", false);
            add("b", true).update("", true, true, NOW);
            add("d", true);
            add("c", true);
            assertThat(access().accounts().lockAdministrators()).extracting(Account::name).filteredOn(it ->
                    it.startsWith(rows.name.value()))
                    .containsExactly(name("c").value(), name("d").value());
        });
    }

    @Test
    public void pagesMembersOfCatalogByName() {
        rows.runAndRollBack(() -> {
            List.of("oidc:Guest", "bela", "anna").forEach(this::addMember);
            assertThat(access().members().page(rows.name, "", 2)).extracting(Member::person).containsExactly("anna", "bela");
            assertThat(access().members().page(rows.name, "bela", 9)).extracting(Member::person).containsExactly("oidc:Guest");
            assertThat(access().members().page(ELSEWHERE, "", 9)).isEmpty();
        });
    }

    @Test
    public void findsLocksAndRemovesMembers() {
        rows.runAndRollBack(() -> {
            var anna = new PersonName("anna");
            var member = addMember("anna");
            assertThat(access().members().find(rows.name, anna)).containsSame(member);
            assertThat(access().members().lock(rows.name, anna)).containsSame(member);
            assertThat(access().members().find(ELSEWHERE, anna)).isEmpty();
            access().members().remove(member);
            assertThat(access().members().find(rows.name, anna)).isEmpty();
            assertThat(access().members().lock(rows.name, anna)).isEmpty();
        });
    }

    @Test
    public void pagesKeysOfCatalogByIdIncludingRevokedOnes() {
        rows.runAndRollBack(() -> {
            var ids = List.of(addKey(), addKey(), addKey()).stream().map(ApiKey::id).sorted().toList();
            access().keys().find(rows.name, ids.get(0)).orElseThrow().revoke(NOW);
            assertThat(access().keys().page(rows.name, "", 2)).extracting(ApiKey::id).isEqualTo(ids.subList(0, 2));
            assertThat(access().keys().page(rows.name, ids.get(1), 9)).extracting(ApiKey::id).containsExactly(ids.get(2));
            assertThat(access().keys().page(ELSEWHERE, "", 9)).isEmpty();
        });
    }

    @Test
    public void findsKeysInTheirCatalogOnly() {
        rows.runAndRollBack(() -> {
            var key = addKey();
            assertThat(access().keys().find(rows.name, key.id())).containsSame(key);
            assertThat(access().keys().find(ELSEWHERE, key.id())).isEmpty();
            assertThat(access().keys().find(rows.name, "0".repeat(16))).isEmpty();
            assertThat(access().keys().find(key.id())).containsSame(key);
            assertThat(access().keys().find("0".repeat(16))).isEmpty();
        });
    }

    @Test
    public void pagesTokensOfPersonAndCountsValidOnes() {
        rows.runAndRollBack(() -> {
            add("a", false);
            add("b", false);
            var ids = List.of(addToken("a"), addToken("a"), addToken("a")).stream().map(PersonalToken::id).sorted().toList();
            addToken("b");
            access().tokens().find(name("a"), ids.get(0)).orElseThrow().revoke(NOW);
            assertThat(access().tokens().page(name("a"), "", 2)).extracting(PersonalToken::id).isEqualTo(ids.subList(0, 2));
            assertThat(access().tokens().page(name("a"), ids.get(1), 9)).extracting(PersonalToken::id).containsExactly(ids.get(2));
            assertThat(access().tokens().find(name("b"), ids.get(0))).isEmpty();
            assertThat(access().tokens().countValid(name("a"), NOW)).isEqualTo(2);
            assertThat(access().tokens().countValid(name("a"), NOW.plusSeconds(60))).as("expired").isZero();
        });
    }

    private PersonalToken addToken(String owner) {
        var token = new PersonalToken(ApiKeyToken.generatePersonal(),
                new PersonalToken.CreateTokenCommand(name(owner), "公開", Set.of(Scope.READ), NOW.plusSeconds(60)), NOW);
        access().tokens().add(token);
        return token;
    }

    @Test
    public void pagesChangesFromLatestToEarliest() {
        rows.runAndRollBack(() -> {
            long last = access().history().page(new AccessHistory.Query(0, Optional.empty(), Long.MAX_VALUE), 1).stream()
                    .mapToLong(AccessHistory.RecordedChange::revision).findFirst().orElse(0);
            for (int hour = 0; hour < 3; hour++) {
                access().history().add(change(hour));
            }
            var all = pageChanges(last, Optional.empty(), Long.MAX_VALUE, 9);
            assertThat(all).extracting(AccessHistory.RecordedChange::change).containsExactly(change(2), change(1), change(0));
            assertThat(all).extracting(AccessHistory.RecordedChange::revision).isSortedAccordingTo(Comparator.reverseOrder())
                    .doesNotHaveDuplicates();
            assertThat(pageChanges(last, Optional.empty(), Long.MAX_VALUE, 2)).isEqualTo(all.subList(0, 2));
            assertThat(pageChanges(last, Optional.empty(), all.get(1).revision(), 9)).isEqualTo(all.subList(2, 3));
            assertThat(pageChanges(all.get(1).revision(), Optional.empty(), Long.MAX_VALUE, 9)).isEqualTo(all.subList(0, 1));
            assertThat(pageChanges(last, Optional.of(all.get(1).change().changedAt()), Long.MAX_VALUE, 9)).as("including this time")
                    .isEqualTo(all.subList(0, 2));
        });
    }

    private List<AccessHistory.RecordedChange> pageChanges(long after, Optional<Instant> since, long before, int limit) {
        return access().history().page(new AccessHistory.Query(after, since, before), limit);
    }

    /** Returns a change with and without each optional component. */
    private AccessChange change(int hour) {
        return new AccessChange(hour == 0 ? AccessChange.Subject.ACCOUNT : AccessChange.Subject.MEMBER, "ann",
                hour == 0 ? Optional.empty() : Optional.of(rows.name), AccessChange.Action.values()[hour], NOW.plusSeconds(3600L * hour),
                "key:0", hour == 1 ? Map.of("role", "viewer", "locales", "") : Map.of(),
                hour == 0 ? Map.of("displayName", "花子 \"\\") : Map.of());
    }

    /** Returns a name that no other test uses. */
    private PersonName name(String suffix) {
        return new PersonName(rows.name + "-" + suffix);
    }

    private Account add(String suffix, boolean administrator) {
        var account = new Account(name(suffix), "Żaneta 花子", new Account.Password(HASH, "ann"), administrator, NOW);
        access().accounts().add(account);
        return account;
    }

    private Member addMember(String person) {
        var member = new Member(rows.name, new PersonName(person), MemberRole.TRANSLATOR, AllowedLocales.of(List.of(JA, AR)));
        access().members().add(member);
        return member;
    }

    private ApiKey addKey() {
        var command = new CreateKeyCommand(rows.name, "公開", Set.of(Scope.READ), AllowedLocales.ALL, Optional.empty());
        var key = new ApiKey(ApiKeyToken.generate(), command, "ann", NOW);
        access().keys().add(key);
        return key;
    }
}
