package dev.parlance.security.memorystore;

import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.memory.InMemoryPorts;
import dev.parlance.security.accounts.AccessPorts;
import dev.parlance.security.accounts.AccessPortsContract;
import org.jspecify.annotations.Nullable;

class InMemoryAccessPortsTest extends AccessPortsContract {
    private @Nullable AccessPorts access;

    @Override
    protected CatalogPorts ports() {
        return InMemoryPorts.create();
    }

    @Override
    protected AccessPorts access() {
        if (access == null) {
            access = new AccessPorts(new InMemoryAccounts(), new InMemoryMembers(rows.name), new InMemoryApiKeys(rows.name),
                    new InMemoryPersonalTokens(), new InMemoryAccessHistory());
        }
        return access;
    }
}
