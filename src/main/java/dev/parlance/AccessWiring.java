package dev.parlance;

import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.security.Access;
import dev.parlance.security.AccessChanges;
import dev.parlance.security.AccessRecords;
import dev.parlance.security.DirectoryFile;
import dev.parlance.security.KeepAccess;
import dev.parlance.security.accounts.Accounts;
import dev.parlance.security.accounts.ApiKeys;
import dev.parlance.security.accounts.EditAccounts;
import dev.parlance.security.accounts.EditKeys;
import dev.parlance.security.accounts.EditMembers;
import dev.parlance.security.accounts.FirstAdministrator;
import dev.parlance.security.accounts.Members;
import dev.parlance.security.accounts.Passwords;
import dev.parlance.security.authentication.Credentials;
import dev.parlance.security.authentication.KeyUses;
import dev.parlance.security.authentication.Sessions;
import dev.parlance.security.authentication.SignIn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The plain objects of who may what, made into beans. */
final class AccessWiring {

    @Produces
    @Singleton
    Access access(AccessRecords records, Transactions transactions, SnapshotRegistry delivery) {
        return new Access(records, transactions, delivery::setPublicCatalogs);
    }

    @Produces
    @Singleton
    KeepAccess keepAccess(Access access, @ConfigProperty(name = "parlance.snapshots.folder") String folder) {
        return new KeepAccess(access, new DirectoryFile(Path.of(folder)));
    }

    @Produces
    @Singleton
    AccessChanges accessChanges(AccessRecords records, Catalogs catalogs, Transactions transactions, Access access) {
        return new AccessChanges(records, catalogs, transactions, access, Clock.systemUTC());
    }

    @Produces
    @Singleton
    Passwords passwords(@ConfigProperty(name = "parlance.password.cost") int cost) {
        return new Passwords(cost);
    }

    @Produces
    @Singleton
    Sessions sessions(@ConfigProperty(name = "parlance.session.key") Optional<String> key) {
        return new Sessions(key, Clock.systemUTC());
    }

    @Produces
    @Singleton
    KeyUses keyUses(AccessRecords records, Transactions transactions) {
        return new KeyUses(records, transactions, Clock.systemUTC());
    }

    @Produces
    @Singleton
    Credentials credentials(Access access, Sessions sessions, KeyUses uses) {
        return new Credentials(access, sessions, uses, Clock.systemUTC());
    }

    @Produces
    @Singleton
    SignIn signIn(Access access, AccessChanges changes, Passwords passwords, Sessions sessions) {
        return new SignIn(access, changes, passwords, sessions, Clock.systemUTC());
    }

    @Produces
    @Singleton
    EditAccounts editAccounts(Accounts accounts, Transactions transactions, Access access, Passwords passwords) {
        return new EditAccounts(accounts, transactions, access, passwords, Clock.systemUTC());
    }

    @Produces
    @Singleton
    EditMembers editMembers(Catalogs catalogs, Members members, Accounts accounts, Transactions transactions, Access access) {
        return new EditMembers(catalogs, members, accounts, transactions, access);
    }

    @Produces
    @Singleton
    EditKeys editKeys(Catalogs catalogs, ApiKeys keys, Transactions transactions, Access access) {
        return new EditKeys(catalogs, keys, transactions, access, Clock.systemUTC());
    }

    @Produces
    @Singleton
    FirstAdministrator firstAdministrator(AccessRecords records, Accounts accounts, EditAccounts edit, Transactions transactions) {
        return new FirstAdministrator(records, accounts, edit, transactions, Clock.systemUTC());
    }
}
