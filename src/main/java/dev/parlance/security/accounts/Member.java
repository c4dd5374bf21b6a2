package dev.parlance.security.accounts;

import dev.parlance.catalog.CatalogName;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.MemberRole;
import dev.parlance.security.PersonName;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.Map;

/** The membership of a person in a catalog. */
@Entity
public class Member {
    @EmbeddedId
    private Id id;
    private String role;
    private String locales;
    private int version;

    /** The natural key of a membership. */
    @Embeddable
    public record Id(String catalog, String person) {
    }

    /** For Hibernate. */
    protected Member() {
    }

    Member(CatalogName catalog, PersonName person, MemberRole role, AllowedLocales locales) {
        this.id = new Id(catalog.value(), person.value());
        update(role, locales);
    }

    public String person() {
        return id.person();
    }

    public MemberRole role() {
        return MemberRole.of(role).orElseThrow();
    }

    public AllowedLocales locales() {
        return AllowedLocales.parse(locales);
    }

    /** Returns the number of changes; 1 for a new member. */
    public int version() {
        return version;
    }

    /** Returns the state for the history. */
    Map<String, String> state() {
        return Map.of("role", role, "locales", locales);
    }

    final void update(MemberRole role, AllowedLocales locales) {
        this.role = role.label();
        this.locales = locales.toColumn();
        this.version++;
    }
}
