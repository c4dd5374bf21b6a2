package dev.parlance.security.accounts;

import dev.parlance.catalog.CatalogName;
import dev.parlance.security.PersonName;
import java.util.List;
import java.util.Optional;

/** The repository of memberships. */
public interface Members {

    /** Returns a page of the members after a person, sorted by person. */
    List<Member> page(CatalogName catalog, String after, int limit);

    Optional<Member> find(CatalogName catalog, PersonName person);

    /** Finds a member and locks it until the transaction ends. */
    Optional<Member> lock(CatalogName catalog, PersonName person);

    void add(Member member);

    void remove(Member member);
}
