package dev.parlance.security.accounts;

import dev.parlance.catalog.CatalogName;
import dev.parlance.security.PersonName;
import java.util.List;
import java.util.Optional;

/** Who belongs to which catalog. */
public interface Members {

    /** A page after this person, sorted by person. */
    List<Member> page(CatalogName catalog, String after, int limit);

    Optional<Member> find(CatalogName catalog, PersonName person);

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Member> lock(CatalogName catalog, PersonName person);

    void add(Member member);

    void remove(Member member);
}
