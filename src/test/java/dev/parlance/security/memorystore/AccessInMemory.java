package dev.parlance.security.memorystore;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.CatalogRows;
import dev.parlance.catalog.memory.InMemoryPorts;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.SettableClock;
import dev.parlance.security.accounts.PasswordHasher;
import java.util.HashSet;
import java.util.Set;

/** A catalog and its access data in memory, with what the use cases of security need. */
public final class AccessInMemory {
    public static final String PASSWORD = "correct horse battery";

    public final CatalogRows rows = new CatalogRows(InMemoryPorts.create(), CatalogRows.EN);
    public final CatalogName catalog = rows.name;
    public final SettableClock clock = new SettableClock();
    public final InMemoryAccessRecords records = new InMemoryAccessRecords();
    public final InMemoryAccessHistory history = new InMemoryAccessHistory();
    public final Set<CatalogName> publicCatalogs = new HashSet<>();
    public final AccessRegistry registry = new AccessRegistry(records, rows.ports.transactions(), it -> {
        publicCatalogs.clear();
        publicCatalogs.addAll(it);
    });
    public final InMemoryAccounts accounts = new InMemoryAccounts();
    public final InMemoryMembers members = new InMemoryMembers(catalog);
    public final InMemoryApiKeys keys = new InMemoryApiKeys(catalog);
    public final InMemoryPersonalTokens tokens = new InMemoryPersonalTokens();
    /** The lowest cost that bcrypt has. */
    public final PasswordHasher passwords = new PasswordHasher(4);
}
