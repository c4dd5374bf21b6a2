package dev.parlance.security.accounts;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessChange;
import dev.parlance.security.Actor;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.MemberRole;
import dev.parlance.security.PersonName;
import dev.parlance.security.ProviderIdentity;
import dev.parlance.security.accounts.EditMembers.SaveMemberCommand;
import dev.parlance.security.memorystore.AccessInMemory;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditMembersTest {
    private static final PersonName ANNA = new PersonName("anna");
    private static final PersonName GUEST = new PersonName("oidc:Guest");
    private static final CatalogName UNKNOWN = new CatalogName("unknown");

    private final AccessInMemory access = new AccessInMemory();
    private final EditMembers edit = new EditMembers(access.rows.ports.catalogs(), access.members, access.accounts,
            access.records, access.rows.ports.transactions(), access.registry, access.history,
            access.clock);

    @BeforeEach
    void createAccount() {
        access.accounts.add(new Account(ANNA, "", new Account.Password("hash", "anna"), false, access.clock.instant()));
    }

    @Test
    void addsMembers() {
        edit.save(new SaveMemberCommand(access.catalog, ANNA, MemberRole.TRANSLATOR, AllowedLocales.of(List.of(JA, AR)), false),
                OptionalInt.empty(), Actor.OPERATOR);
        var member = edit.get(access.catalog, ANNA);
        assertThat(member.role()).isEqualTo(MemberRole.TRANSLATOR);
        assertThat(member.locales().locales()).containsExactly(AR, JA);
        assertThat(member.version()).isEqualTo(1);
    }

    @Test
    void recordsAdditionChangeAndRemoval() {
        save(ANNA, MemberRole.VIEWER, OptionalInt.empty());
        save(ANNA, MemberRole.REVIEWER, OptionalInt.of(1));
        edit.remove(access.catalog, ANNA, 2, Actor.OPERATOR);
        assertThat(access.history.all()).extracting(AccessChange::action).containsExactly(AccessChange.Action.CREATED,
                AccessChange.Action.CHANGED, AccessChange.Action.REMOVED);
        assertThat(access.history.all()).extracting(it -> it.before().get("role") + " > " + it.after().get("role"))
                .containsExactly("null > viewer", "viewer > reviewer", "reviewer > null");
        assertThat(access.history.all()).allMatch(it -> it.name().equals("anna") && it.changedBy().equals("administrator"));
    }

    @Test
    void recordsNothingThatIsRejected() {
        save(ANNA, MemberRole.VIEWER, OptionalInt.empty());
        assertThat(problemOf(() -> save(ANNA, MemberRole.MANAGER, OptionalInt.of(7))).type()).isEqualTo(ProblemType.STALE_REVISION);
        assertThat(access.history.all()).hasSize(1);
    }

    @Test
    void addsUsersOfProviderWithoutAccount() {
        assertThat(save(GUEST, MemberRole.VIEWER, OptionalInt.empty()).person()).isEqualTo("oidc:Guest");
        assertThat(problemOf(() -> save(new PersonName("bela"), MemberRole.VIEWER, OptionalInt.empty())).type())
                .isEqualTo(ProblemType.UNKNOWN_ACCOUNT);
    }

    @Test
    void bindsNamesOfProviderOnlyOnRequest() {
        var derived = new ProviderIdentity("https://id.example", "1").derivedName();
        assertThat(problemOf(() -> saveUnbound(GUEST)).type()).isEqualTo(ProblemType.INVALID_FIELD);
        assertThat(saveUnbound(derived).person()).isEqualTo(derived.value());
        save(GUEST, MemberRole.VIEWER, OptionalInt.empty());
        edit.remove(access.catalog, GUEST, 1, Actor.OPERATOR);
        assertThat(saveUnbound(GUEST).person()).isEqualTo("oidc:Guest");
    }

    private Member saveUnbound(PersonName person) {
        return edit.save(new SaveMemberCommand(access.catalog, person, MemberRole.VIEWER, AllowedLocales.ALL, false), OptionalInt.empty(),
                Actor.OPERATOR);
    }

    @Test
    void updatesMemberWithItsVersionOnly() {
        save(ANNA, MemberRole.VIEWER, OptionalInt.empty());
        for (var stale : List.of(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(2))) {
            assertThat(problemOf(() -> save(ANNA, MemberRole.MANAGER, stale)).type())
                    .isEqualTo(stale.isEmpty() ? ProblemType.RESOURCE_EXISTS : ProblemType.STALE_REVISION);
        }
        assertThat(save(ANNA, MemberRole.MANAGER, OptionalInt.of(1)).version()).isEqualTo(2);
        assertThat(edit.get(access.catalog, ANNA).role()).isEqualTo(MemberRole.MANAGER);
    }

    @Test
    void rejectsVersionOfMemberThatWasRemoved() {
        save(ANNA, MemberRole.VIEWER, OptionalInt.empty());
        edit.remove(access.catalog, ANNA, 1, Actor.OPERATOR);
        assertThat(problemOf(() -> save(ANNA, MemberRole.VIEWER, OptionalInt.of(1))).type()).isEqualTo(ProblemType.STALE_REVISION);
    }

    @Test
    void removesMemberWithItsVersionOnly() {
        save(ANNA, MemberRole.VIEWER, OptionalInt.empty());
        assertThat(problemOf(() -> edit.remove(access.catalog, ANNA, 2, Actor.OPERATOR)).type()).isEqualTo(ProblemType.STALE_REVISION);
        edit.remove(access.catalog, ANNA, 1, Actor.OPERATOR);
        assertThat(problemOf(() -> edit.remove(access.catalog, ANNA, 1, Actor.OPERATOR)).type()).isEqualTo(ProblemType.UNKNOWN_MEMBER);
        assertThat(problemOf(() -> edit.get(access.catalog, ANNA)).type()).isEqualTo(ProblemType.UNKNOWN_MEMBER);
    }

    @Test
    void rejectsUnknownCatalog() {
        assertThat(problemOf(() -> edit.page(UNKNOWN, "", 9)).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
        assertThat(problemOf(() -> edit.get(UNKNOWN, ANNA)).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
        assertThat(problemOf(() -> edit.remove(UNKNOWN, ANNA, 1, Actor.OPERATOR)).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
        assertThat(problemOf(() -> edit.save(new SaveMemberCommand(UNKNOWN, ANNA, MemberRole.VIEWER, AllowedLocales.ALL, false),
                OptionalInt.empty(), Actor.OPERATOR)).type())
                .isEqualTo(ProblemType.UNKNOWN_CATALOG);
    }

    @Test
    void pagesMembersByName() {
        save(GUEST, MemberRole.VIEWER, OptionalInt.empty());
        save(ANNA, MemberRole.VIEWER, OptionalInt.empty());
        assertThat(edit.page(access.catalog, "", 1)).extracting(Member::person).containsExactly("anna");
        assertThat(edit.page(access.catalog, "anna", 9)).extracting(Member::person).containsExactly("oidc:Guest");
    }

    private Member save(PersonName person, MemberRole role, OptionalInt version) {
        return edit.save(new SaveMemberCommand(access.catalog, person, role, AllowedLocales.ALL, true), version, Actor.OPERATOR);
    }
}
