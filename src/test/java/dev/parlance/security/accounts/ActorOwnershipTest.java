package dev.parlance.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.Actor;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.PersonName;
import dev.parlance.security.Scope;
import dev.parlance.security.memorystore.AccessInMemory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorOwnershipTest {
    private final AccessInMemory access = new AccessInMemory();
    private final ActorOwnership ownership = new ActorOwnership(access.accounts, access.keys);
    private final EditAccounts edit = new EditAccounts(access.accounts, access.rows.ports.transactions(), access.registry,
            access.history, access.passwords, access.clock);

    @ParameterizedTest
    @ValueSource(strings = {"administrator", "parlance", "anna", "oidc:anna", "oidc:sub-00", "key:0123456789abcdef", "", "花子"})
    void treatsUnknownActorsAsThemselves(String actor) {
        assertThat(ownership.of(actor)).isEqualTo(actor);
    }

    @Test
    void followsKeysToTheirCreators() {
        var first = addKey("oidc:anna");
        var second = addKey(first);
        var third = addKey(second);
        assertThat(ownership.of(third)).isEqualTo("oidc:anna");
        access.keys.find(second.substring(Actor.KEY_PREFIX.length())).orElseThrow().revoke(access.clock.instant());
        assertThat(ownership.of(third)).as("with a revoked key in between").isEqualTo("oidc:anna");
    }

    @Test
    void followsAccountsUntilTheirOwnersSetPasswords() {
        addAccount("bela", addKey("anna"));
        assertThat(ownership.of("bela")).isEqualTo("anna");
        assertThat(ownership.of(addKey("bela"))).isEqualTo("anna");
        edit.changePassword(new PersonName("bela"), "another horse battery");
        assertThat(ownership.of("bela")).isEqualTo("bela");
        var reset = new EditAccounts.UpdateAccountCommand(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of("correct horse battery"));
        edit.update(new PersonName("bela"), reset, 2, new Actor("rita", Actor.Kind.PERSON, true, Map.of()));
        assertThat(ownership.of("bela")).as("after an administrator has set it").isEqualTo("rita");
    }

    @Test
    void treatsAccountsWithEachOthersPasswordsAsOnePerson() {
        addAccount("anna", "bela");
        addAccount("bela", "anna");
        addAccount("zoe", "anna");
        assertThat(ownership.of("anna")).isEqualTo(ownership.of("bela")).isEqualTo(ownership.of("zoe")).isEqualTo("anna");
    }

    private void addAccount(String name, String passwordSetBy) {
        access.accounts.add(new Account(new PersonName(name), "", new Account.Password("hash", passwordSetBy), false,
                access.clock.instant()));
    }

    private String addKey(String createdBy) {
        var command = new ApiKey.CreateKeyCommand(access.catalog, "ci", Set.of(Scope.ADMIN), AllowedLocales.ALL, Optional.empty());
        var key = new ApiKey(ApiKeyToken.generate(), command, createdBy, access.clock.instant());
        access.keys.add(key);
        return Actor.KEY_PREFIX + key.id();
    }
}
