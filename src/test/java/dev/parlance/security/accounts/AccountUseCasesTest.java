package dev.parlance.security.accounts;

import static dev.parlance.catalog.Problems.problemOf;
import static dev.parlance.security.memorystore.AccessInMemory.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessChange;
import dev.parlance.security.Actor;
import dev.parlance.security.PersonName;
import dev.parlance.security.accounts.EditAccounts.CreateAccountCommand;
import dev.parlance.security.accounts.EditAccounts.UpdateAccountCommand;
import dev.parlance.security.memorystore.AccessInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountUseCasesTest {
    private static final PersonName ANNA = new PersonName("anna");
    private static final PersonName BELA = new PersonName("bela");

    private final AccessInMemory access = new AccessInMemory();
    private final EditAccounts edit = new EditAccounts(access.accounts, access.rows.ports.transactions(), access.registry, access.history,
            access.passwords, access.clock);
    private final CreateFirstAdministrator first = new CreateFirstAdministrator(access.records, access.accounts, edit,
            access.rows.ports.transactions(), access.clock);

    @ParameterizedTest
    @ValueSource(strings = {"", "آنا", "Żaneta", "花子"})
    void createsAccounts(String displayName) {
        var account = edit.create(new CreateAccountCommand(ANNA, displayName, PASSWORD, false), Actor.OPERATOR);
        assertThat(edit.get(ANNA)).isSameAs(account);
        assertThat(account.displayName()).isEqualTo(displayName);
        assertThat(account.version()).isEqualTo(1);
        assertThat(account.disabled()).isFalse();
        assertThat(access.passwords.verify(PASSWORD, Optional.of(account.passwordHash()))).isTrue();
    }

    @Test
    void recordsActsWithoutPasswords() {
        create(ANNA, false);
        disable(ANNA, 1);
        edit.update(ANNA, new UpdateAccountCommand(Optional.empty(), Optional.empty(), Optional.of(false),
                Optional.of("another horse battery")), 2, Actor.OPERATOR);
        edit.changePassword(ANNA, "a third horse battery");
        assertThat(access.history.all()).extracting(AccessChange::action).containsExactly(AccessChange.Action.CREATED,
                AccessChange.Action.CHANGED, AccessChange.Action.CHANGED, AccessChange.Action.PASSWORD_CHANGED,
                AccessChange.Action.PASSWORD_CHANGED);
        assertThat(access.history.all()).extracting(AccessChange::changedBy).containsExactly("administrator", "administrator",
                "administrator", "administrator", "anna");
        assertThat(access.history.all().get(1).before()).containsEntry("disabled", "false");
        assertThat(access.history.all().get(1).after()).containsEntry("disabled", "true");
        assertThat(access.history.all().toString()).doesNotContain("horse", "$2a$");
    }

    @Test
    void rejectsTakenNamesAndWeakPasswords() {
        create(ANNA, false);
        assertThat(problemOf(() -> create(ANNA, true)).type()).isEqualTo(ProblemType.ALREADY_EXISTS);
        assertThat(problemOf(() -> edit.create(new CreateAccountCommand(BELA, "", "short", false), Actor.OPERATOR)).type())
                .isEqualTo(ProblemType.INVALID_PASSWORD);
        assertThat(problemOf(() -> new CreateAccountCommand(new PersonName("oidc:anna"), "", PASSWORD, false)).type())
                .isEqualTo(ProblemType.INVALID_NAME);
        assertThat(edit.page("", 9)).hasSize(1);
    }

    @Test
    void updatesOnlyGivenMembers() {
        create(ANNA, false);
        var updated = edit.update(ANNA, new UpdateAccountCommand(Optional.of("Änne"), Optional.empty(), Optional.empty(), Optional.empty()),
                1, Actor.OPERATOR);
        assertThat(updated.displayName()).isEqualTo("Änne");
        assertThat(updated.administrator()).isFalse();
        assertThat(updated.version()).isEqualTo(2);
        assertThat(access.passwords.verify(PASSWORD, Optional.of(updated.passwordHash()))).isTrue();
    }

    @Test
    void rejectsStaleVersionsAndUnknownAccounts() {
        create(ANNA, false);
        assertThat(problemOf(() -> disable(ANNA, 2)).type()).isEqualTo(ProblemType.STALE_REVISION);
        assertThat(problemOf(() -> disable(BELA, 1)).type()).isEqualTo(ProblemType.UNKNOWN_ACCOUNT);
        assertThat(problemOf(() -> edit.get(BELA)).type()).isEqualTo(ProblemType.UNKNOWN_ACCOUNT);
        assertThat(problemOf(() -> edit.changePassword(BELA, PASSWORD)).type()).isEqualTo(ProblemType.UNKNOWN_ACCOUNT);
        assertThat(edit.get(ANNA).disabled()).isFalse();
    }

    @Test
    void rejectsDisablingOrDemotingLastAdministrator() {
        create(ANNA, true);
        create(BELA, false);
        assertThat(problemOf(() -> disable(ANNA, 1)).type()).isEqualTo(ProblemType.LAST_ADMIN);
    }

    @Test
    void demotesAdministratorIfThereIsAnother() {
        create(ANNA, true);
        create(BELA, true);
        assertThat(update(ANNA, Optional.of(false), Optional.empty(), 1).administrator()).isFalse();
        assertThat(problemOf(() -> update(BELA, Optional.of(false), Optional.empty(), 1)).type()).isEqualTo(ProblemType.LAST_ADMIN);
    }

    @Test
    void endsSessionsWhenDisabledButNotWhenEnabled() {
        create(ANNA, false);
        var before = sessionsFrom();
        access.clock.advance(Duration.ofSeconds(1));
        disable(ANNA, 1);
        var disabled = sessionsFrom();
        assertThat(disabled).isNotEqualTo(before);
        access.clock.advance(Duration.ofSeconds(1));
        update(ANNA, Optional.empty(), Optional.of(false), 2);
        assertThat(sessionsFrom()).isEqualTo(disabled);
    }

    @Test
    void endsSessionsOnEachPasswordChangeWithinOneMillisecond() {
        create(ANNA, false);
        var before = sessionsFrom();
        edit.changePassword(ANNA, "another horse battery");
        var changed = sessionsFrom();
        edit.changePassword(ANNA, PASSWORD);
        assertThat(List.of(before, changed, sessionsFrom())).doesNotHaveDuplicates();
    }

    @Test
    void pagesAccountsByName() {
        create(BELA, false);
        create(ANNA, false);
        assertThat(edit.page("", 1)).extracting(Account::name).containsExactly("anna");
        assertThat(edit.page("anna", 9)).extracting(Account::name).containsExactly("bela");
    }

    @Test
    void createsFirstAdministratorWithTokenOnce() {
        var token = first.issueToken().orElseThrow();
        assertThat(token.expiresAt()).isEqualTo(access.clock.instant().plus(Duration.ofHours(1)));
        assertThat(token).asString().doesNotContain(token.token());
        assertThat(first.create(token.token(), new CreateAccountCommand(ANNA, "", PASSWORD, true)).administrator()).isTrue();
        assertThat(problemOf(() -> first.create(token.token(), new CreateAccountCommand(BELA, "", PASSWORD, true))).type())
                .isEqualTo(ProblemType.SIGN_IN_FAILED);
        assertThat(first.issueToken()).as("there is an administrator").isEmpty();
    }

    @Test
    void issuesOneValidTokenAtATime() {
        assertThat(first.issueToken()).isPresent();
        assertThat(first.issueToken()).isEmpty();
        access.clock.advance(Duration.ofHours(1));
        assertThat(first.issueToken()).isPresent();
    }

    @Test
    void rejectsExpiredAndUnknownTokens() {
        var token = first.issueToken().orElseThrow().token();
        access.clock.advance(Duration.ofHours(1));
        for (var invalid : new String[] {token, "", "日本"}) {
            assertThat(problemOf(() -> first.create(invalid, new CreateAccountCommand(ANNA, "", PASSWORD, true))).type())
                    .isEqualTo(ProblemType.SIGN_IN_FAILED);
        }
        assertThat(edit.page("", 9)).isEmpty();
    }

    @Test
    void rejectsTokenOnceThereIsAnAdministrator() {
        var token = first.issueToken().orElseThrow().token();
        create(ANNA, true);
        assertThat(problemOf(() -> first.create(token, new CreateAccountCommand(BELA, "", PASSWORD, true))).type())
                .isEqualTo(ProblemType.SIGN_IN_FAILED);
        assertThat(edit.page("", 9)).extracting(Account::name).containsExactly("anna");
    }

    private Instant sessionsFrom() {
        try {
            var field = Account.class.getDeclaredField("sessionsFrom");
            field.setAccessible(true);
            return (Instant) field.get(edit.get(ANNA));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private void create(PersonName name, boolean administrator) {
        edit.create(new CreateAccountCommand(name, "", PASSWORD, administrator), Actor.OPERATOR);
    }

    private void disable(PersonName name, int version) {
        update(name, Optional.empty(), Optional.of(true), version);
    }

    private Account update(PersonName name, Optional<Boolean> administrator, Optional<Boolean> disabled, int version) {
        return edit.update(name, new UpdateAccountCommand(Optional.empty(), administrator, disabled, Optional.empty()),
                version, Actor.OPERATOR);
    }
}
