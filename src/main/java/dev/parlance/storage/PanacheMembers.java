package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.security.PersonName;
import dev.parlance.security.accounts.Member;
import dev.parlance.security.accounts.Members;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL repository of members. */
@ApplicationScoped
class PanacheMembers implements Members, PanacheRepositoryBase<Member, Member.Id> {

    @Override
    public List<Member> page(CatalogName catalog, String after, int limit) {
        return find("id.catalog = ?1 and id.person > ?2 order by id.person", catalog.value(), after).page(0, limit).list();
    }

    @Override
    public Optional<Member> find(CatalogName catalog, PersonName person) {
        return findByIdOptional(new Member.Id(catalog.value(), person.value()));
    }

    @Override
    public Optional<Member> lock(CatalogName catalog, PersonName person) {
        return findByIdOptional(new Member.Id(catalog.value(), person.value()), LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public void add(Member member) {
        persistAndFlush(member);
    }

    @Override
    public void remove(Member member) {
        delete(member);
    }
}
