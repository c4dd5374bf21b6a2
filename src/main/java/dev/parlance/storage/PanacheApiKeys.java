package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.security.accounts.ApiKey;
import dev.parlance.security.accounts.ApiKeys;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL repository of API keys. */
@ApplicationScoped
class PanacheApiKeys implements ApiKeys, PanacheRepositoryBase<ApiKey, String> {

    @Override
    public List<ApiKey> page(CatalogName catalog, String after, int limit) {
        return find("catalog = ?1 and id > ?2 order by id", catalog.value(), after).page(0, limit).list();
    }

    @Override
    public Optional<ApiKey> find(CatalogName catalog, String id) {
        return find("catalog = ?1 and id = ?2", catalog.value(), id).firstResultOptional();
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return findByIdOptional(id);
    }

    @Override
    public void add(ApiKey key) {
        persistAndFlush(key);
    }
}
