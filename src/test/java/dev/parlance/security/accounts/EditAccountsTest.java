package dev.parlance.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.PersonName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditAccountsTest {
    private static final String PASSWORD = "correct horse battery";

    @Test
    void doesNotPrintPasswords() {
        assertThat(new EditAccounts.CreateAccountCommand(new PersonName("anna"), "Anna", PASSWORD, false)).asString()
                .contains("anna").doesNotContain(PASSWORD);
        assertThat(new EditAccounts.UpdateAccountCommand(Optional.of("Anna"), Optional.empty(), Optional.empty(), Optional.of(PASSWORD)))
                .asString().contains("Anna").doesNotContain(PASSWORD);
    }
}
