package dev.parlance.security.memorystore;

import dev.parlance.catalog.CatalogName;
import dev.parlance.security.PersonName;
import dev.parlance.security.accounts.Member;
import dev.parlance.security.accounts.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Members in memory. They change at once, so no transaction rolls them back. */
public final class InMemoryMembers implements Members {
    private final Map<CatalogName, TreeMap<String, Member>> members = new HashMap<>();
    private final CatalogName catalog;

    /** @param catalog the catalog to which members are added: an entity does not reveal its own */
    public InMemoryMembers(CatalogName catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<Member> page(CatalogName catalog, String after, int limit) {
        return of(catalog).tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public Optional<Member> find(CatalogName catalog, PersonName person) {
        return Optional.ofNullable(of(catalog).get(person.value()));
    }

    @Override
    public Optional<Member> lock(CatalogName catalog, PersonName person) {
        return find(catalog, person);
    }

    @Override
    public void add(Member member) {
        if (of(catalog).putIfAbsent(member.person(), member) != null) {
            throw new IllegalStateException("duplicate key: " + member.person());
        }
    }

    @Override
    public void remove(Member member) {
        of(catalog).remove(member.person());
    }

    private TreeMap<String, Member> of(CatalogName catalog) {
        return members.computeIfAbsent(catalog, it -> new TreeMap<>());
    }
}
