package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.catalog.TextId;
import dev.parlance.catalog.Texts;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Syntax;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.jpa.HibernateHints;

/** Texts in PostgreSQL. */
@ApplicationScoped
class PanacheTexts implements Texts, PanacheRepositoryBase<MessageText, TextId> {
    /** The driver would hold all rows of a large catalog at once. */
    static final int AT_A_TIME = 5_000;

    private static final String WORDINGS = """
            select text.id.key, text.syntax, text.message, text.description from MessageText text
            where text.id.catalog = ?1 and text.id.locale = ?2
            """;
    private static final String WITH_GAPS = """
            select offered.locale from catalog_locale offered
            where offered.catalog = :catalog
              and (select count(*) from message where message.catalog = :catalog)
                > (select count(*) from message_text text where text.catalog = :catalog and text.locale = offered.locale)
            """;

    @Override
    public List<MessageText> of(CatalogName catalog) {
        return list("id.catalog", catalog.value());
    }

    @Override
    public Map<MessageKey, Wording> wordings(CatalogName catalog, LocaleTag locale) {
        var wordings = new HashMap<MessageKey, Wording>();
        getEntityManager().createQuery(WORDINGS, Object[].class)
                .setParameter(1, catalog.value()).setParameter(2, locale.value())
                .setHint(HibernateHints.HINT_FETCH_SIZE, AT_A_TIME)
                .getResultStream().forEach(row -> wordings.put(new MessageKey((String) row[0]),
                        new Wording((Syntax) row[1], (String) row[2], (String) row[3])));
        return wordings;
    }

    @Override
    public Set<LocaleTag> localesWithGaps(CatalogName catalog) {
        var locales = new HashSet<LocaleTag>();
        for (var it : getEntityManager().createNativeQuery(WITH_GAPS, String.class).setParameter("catalog", catalog.value()).getResultList()) {
            locales.add(new LocaleTag((String) it));
        }
        return locales;
    }

    @Override
    public Optional<MessageText> find(CatalogName catalog, MessageKey key, LocaleTag locale) {
        return findByIdOptional(new TextId(catalog.value(), key.value(), locale.value()));
    }

    @Override
    public void add(MessageText text) {
        persist(text);
    }
}
