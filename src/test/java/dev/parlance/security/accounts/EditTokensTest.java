package dev.parlance.security.accounts;

import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessChange;
import dev.parlance.security.Actor;
import dev.parlance.security.PersonName;
import dev.parlance.security.Scope;
import dev.parlance.security.memorystore.AccessInMemory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditTokensTest {
    private static final PersonName ANNA = new PersonName("anna");
    private static final PersonName BELA = new PersonName("bela");

    private final AccessInMemory access = new AccessInMemory();
    private final EditTokens edit = new EditTokens(access.accounts, access.tokens, access.rows.ports.transactions(), access.registry,
            access.history, access.clock);

    @BeforeEach
    void createAccounts() {
        for (var person : List.of(ANNA, BELA)) {
            access.accounts.add(new Account(person, "", new Account.Password("hash", person.value()), false, access.clock.instant()));
        }
    }

    @Test
    void createsTokensWithOwnPrefix() {
        var created = create(Duration.ofDays(30));
        var token = edit.page(ANNA, "", 9).get(0);
        assertThat(token.scopes()).containsExactly(Scope.TRANSLATE, Scope.PUBLISH);
        assertThat(token.expiresAt()).isEqualTo(access.clock.instant().plus(Duration.ofDays(30)));
        assertThat(created.text().token()).startsWith("prlp_" + token.id());
        assertThat(ApiKeyToken.parse(created.text().token())).contains(created.text());
        assertThat(edit.page(BELA, "", 9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT0S", "PT8784H1S"})
    void rejectsTokensThatExpireTooEarlyOrTooLate(Duration lifetime) {
        assertThat(problemOf(() -> create(lifetime)).type()).isEqualTo(ProblemType.OUT_OF_RANGE);
        assertThat(edit.page(ANNA, "", 9)).isEmpty();
    }

    @Test
    void limitsValidTokens() {
        var first = create(PersonalToken.MAX_LIFETIME);
        for (int i = 1; i < PersonalToken.MAX_VALID_TOKENS; i++) {
            create(PersonalToken.MAX_LIFETIME);
        }
        assertThat(problemOf(() -> create(Duration.ofDays(1))).type()).isEqualTo(ProblemType.TOO_MANY_ITEMS);
        edit.revoke(ANNA, first.token().id(), Actor.OPERATOR);
        assertThat(create(Duration.ofDays(1))).as("a revoked token does not count").isNotNull();
    }

    @Test
    void revokesTokensOfTheirOwnerOnly() {
        var id = create(Duration.ofDays(1)).token().id();
        assertThat(problemOf(() -> edit.revoke(BELA, id, Actor.OPERATOR)).type()).isEqualTo(ProblemType.UNKNOWN_TOKEN);
        assertThat(problemOf(() -> edit.revoke(new PersonName("cara"), id, Actor.OPERATOR)).type()).isEqualTo(ProblemType.UNKNOWN_ACCOUNT);
        edit.revoke(ANNA, id, Actor.OPERATOR);
        edit.revoke(ANNA, id, Actor.OPERATOR);
        assertThat(edit.page(ANNA, "", 9).get(0).revokedAt()).contains(access.clock.instant());
        assertThat(access.history.all()).extracting(it -> it.action() + " by " + it.changedBy()).as("a repeated call is no change")
                .containsExactly("CREATED by anna", "REVOKED by administrator");
    }

    @Test
    void recordsNoSecret() {
        var created = create(Duration.ofDays(1));
        assertThat(access.history.all()).singleElement().satisfies(it -> {
            assertThat(it.subject()).isEqualTo(AccessChange.Subject.TOKEN);
            assertThat(it.after()).containsEntry("person", "anna").containsEntry("scopes", "translate publish");
            assertThat(it.toString()).doesNotContain(created.text().secret());
        });
        assertThat(created.toString()).doesNotContain(created.text().secret());
    }

    private EditTokens.CreatedToken create(Duration lifetime) {
        return edit.create(new PersonalToken.CreateTokenCommand(ANNA, "laptop", Set.of(Scope.PUBLISH, Scope.TRANSLATE),
                access.clock.instant().plus(lifetime)));
    }
}
