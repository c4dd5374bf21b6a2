package dev.parlance.security.accounts;

import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessChange;
import dev.parlance.security.Actor;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.Scope;
import dev.parlance.security.accounts.ApiKey.CreateKeyCommand;
import dev.parlance.security.memorystore.AccessInMemory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditKeysTest {
    private static final CatalogName UNKNOWN = new CatalogName("unknown");

    private final AccessInMemory access = new AccessInMemory();
    private final EditKeys edit = new EditKeys(access.rows.ports.catalogs(), access.keys, access.rows.ports.transactions(), access.registry,
            access.history, access.clock);

    @ParameterizedTest
    @ValueSource(strings = {"", "نشر", "żółw", "公開"})
    void createsKeys(String name) {
        var expiry = access.clock.instant().plus(Duration.ofDays(1));
        var created = edit.create(new CreateKeyCommand(access.catalog, name, Set.of(Scope.PUBLISH, Scope.IMPORT),
                AllowedLocales.of(List.of(JA)), Optional.of(expiry)), Actor.OPERATOR);
        var key = edit.get(access.catalog, created.key().id());
        assertThat(key.name()).isEqualTo(name);
        assertThat(key.scopes()).containsExactly(Scope.IMPORT, Scope.PUBLISH);
        assertThat(key.locales().locales()).containsExactly(JA);
        assertThat(key.expiresAt()).contains(expiry);
        assertThat(key.createdBy()).isEqualTo("administrator");
        assertThat(ApiKeyToken.parse(created.token().token())).hasValueSatisfying(it -> assertThat(it.id()).isEqualTo(key.id()));
    }

    @Test
    void revokesKeyForGoodAndKeepsFirstInstant() {
        var id = create().key().id();
        assertThat(edit.get(access.catalog, id).revokedAt()).isEmpty();
        edit.revoke(access.catalog, id, Actor.OPERATOR);
        var revokedAt = access.clock.instant();
        access.clock.advance(Duration.ofHours(1));
        edit.revoke(access.catalog, id, Actor.OPERATOR);
        assertThat(edit.get(access.catalog, id).revokedAt()).contains(revokedAt);
        assertThat(edit.page(access.catalog, "", 9)).as("still listed").hasSize(1);
    }

    @Test
    void recordsCreationAndFirstRevocationWithoutSecret() {
        var created = create();
        edit.revoke(access.catalog, created.key().id(), Actor.OPERATOR);
        edit.revoke(access.catalog, created.key().id(), Actor.OPERATOR);
        assertThat(access.history.all()).extracting(AccessChange::action)
                .containsExactly(AccessChange.Action.CREATED, AccessChange.Action.REVOKED);
        assertThat(access.history.all()).allMatch(it -> it.subject() == AccessChange.Subject.KEY && it.name().equals(created.key().id())
                && it.catalog().equals(Optional.of(access.catalog)) && it.changedBy().equals("administrator"));
        assertThat(access.history.all().get(1).before()).doesNotContainKey("revokedAt");
        assertThat(access.history.all().get(1).after()).containsEntry("scopes", "read")
                .containsEntry("revokedAt", access.clock.instant().toString());
        assertThat(access.history.all().toString()).doesNotContain(created.token().secret());
    }

    @Test
    void rejectsPersonalTokens() {
        var token = new Actor("ann", Actor.Kind.TOKEN, true, Map.of(), Optional.of("id"));
        var command = new CreateKeyCommand(access.catalog, "", Set.of(Scope.READ), AllowedLocales.ALL, Optional.empty());
        assertThat(problemOf(() -> edit.create(command, token)).type()).isEqualTo(ProblemType.TOKEN_NOT_ALLOWED);
        assertThat(edit.page(access.catalog, "", 9)).isEmpty();
    }

    @Test
    void rejectsUnknownKeysAndCatalogs() {
        var id = create().key().id();
        assertThat(problemOf(() -> edit.get(access.catalog, "")).type()).isEqualTo(ProblemType.UNKNOWN_KEY);
        assertThat(problemOf(() -> edit.revoke(access.catalog, "0".repeat(16), Actor.OPERATOR)).type()).isEqualTo(ProblemType.UNKNOWN_KEY);
        assertThat(problemOf(() -> edit.get(UNKNOWN, id)).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
        assertThat(problemOf(() -> edit.page(UNKNOWN, "", 9)).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
        var command = new CreateKeyCommand(UNKNOWN, "", Set.of(Scope.READ), AllowedLocales.ALL, Optional.empty());
        assertThat(problemOf(() -> edit.create(command, Actor.OPERATOR)).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
    }

    @Test
    void pagesKeysById() {
        var ids = List.of(create(), create(), create()).stream().map(it -> it.key().id()).sorted().toList();
        assertThat(edit.page(access.catalog, "", 2)).extracting(ApiKey::id).isEqualTo(ids.subList(0, 2));
        assertThat(edit.page(access.catalog, ids.get(1), 9)).extracting(ApiKey::id).containsExactly(ids.get(2));
    }

    private EditKeys.CreatedKey create() {
        return edit.create(new CreateKeyCommand(access.catalog, "ci", Set.of(Scope.READ), AllowedLocales.ALL, Optional.empty()),
                Actor.OPERATOR);
    }
}
