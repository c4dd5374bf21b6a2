package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextId;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.syntax.Syntax;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.jpa.HibernateHints;

/** The PostgreSQL repository of texts. */
@ApplicationScoped
class PanacheTexts implements Texts, PanacheRepositoryBase<MessageText, TextId> {
    /** In rows. Without a fetch size, the driver buffers all rows of a large catalog at once. */
    static final int FETCH_SIZE = 5_000;

    private static final String SELECT_CONTENTS = """
            select text.id.key, text.syntax, text.message, text.description from MessageText text
            where text.id.catalog = ?1 and text.id.locale = ?2 and text.state in (?3)
            """;
    private static final String SELECT_SIBLING_TRANSLATIONS = """
            select mine.key, other.message from message_text mine
            cross join lateral (
                select distinct theirs.message from message_text same
                join message_text theirs on theirs.catalog = same.catalog and theirs.key = same.key and theirs.locale = :in
                where same.catalog = mine.catalog and same.locale = mine.locale and md5(same.message) = md5(mine.message)
                  and same.message = mine.message and same.key <> mine.key
                limit 20) other
            where mine.catalog = :catalog and mine.locale = :source and mine.key in (:keys)
            order by mine.key, other.message
            """;
    private static final String COUNT_UNCHECKED = """
            select cast(count(*) as int) from (select from message_text where catalog = :catalog and errors is null limit :most) unjudged
            """;
    private static final String SELECT_WITH_ERRORS = """
            select text.id from MessageText text, Message message
            where text.id.catalog = ?1 and text.errors > 0 and text.state in (?2)
              and message.id.catalog = text.id.catalog and message.id.key = text.id.key and message.definition.lifecycle.stage in (?3)
            order by text.id.locale, text.id.key
            """;
    private static final String CHANGE_SOURCE = """
            update message_text text set errors = null, warnings = null, source_wording = case when locale = :source then null else
                (select source.wording from message_text source
                 where source.catalog = text.catalog and source.key = text.key and source.locale = :source) end
            where catalog = :catalog
            """;
    private static final String DELETE_TRIGRAMS = "delete from source_trigrams where catalog = :catalog";
    private static final String INSERT_TRIGRAMS = """
            insert into source_trigrams (catalog, key, locale, classes, trigrams)
            select catalog, key, locale, bit_count(bits), bits from message_text, lateral trigram_classes(message) bits
            where catalog = :catalog and locale = :source
            """;
    private static final List<Lifecycle> RELEASED_STAGES = Arrays.stream(Lifecycle.values()).filter(Lifecycle::isReleased).toList();

    @Override
    public List<MessageText> findAll(CatalogName catalog) {
        return list("id.catalog", catalog.value());
    }

    @Override
    public Map<MessageKey, TextContent> findContents(CatalogName catalog, LocaleTag locale, Set<TextState> states) {
        var contents = new HashMap<MessageKey, TextContent>();
        getEntityManager().createQuery(SELECT_CONTENTS, Object[].class)
                .setParameter(1, catalog.value()).setParameter(2, locale.value()).setParameter(3, states)
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCH_SIZE)
                .getResultStream().forEach(row -> contents.put(new MessageKey((String) row[0]),
                        new TextContent((Syntax) row[1], (String) row[2], (String) row[3])));
        return contents;
    }

    @Override
    public List<MessageText> findAll(CatalogName catalog, MessageKey key) {
        return list("id.catalog = ?1 and id.key = ?2 order by id.locale", catalog.value(), key.value());
    }

    @Override
    public Map<MessageKey, MessageText> findAll(CatalogName catalog, LocaleTag locale, Collection<MessageKey> keys) {
        var texts = new HashMap<MessageKey, MessageText>();
        list(PanacheCatalogs.IN_CATALOG + " and id.locale = ?2 and id.key in (?3)", catalog.value(), locale.value(), values(keys))
                .forEach(it -> texts.put(it.key(), it));
        return texts;
    }

    @Override
    public Map<MessageKey, List<String>> findSiblingTranslations(CatalogName catalog, LocaleTag sourceLocale, LocaleTag targetLocale,
            Collection<MessageKey> keys) {
        var siblings = new HashMap<MessageKey, List<String>>();
        for (var row : getEntityManager().createNativeQuery(SELECT_SIBLING_TRANSLATIONS, Object[].class).setParameter("catalog",
                catalog.value())
                .setParameter("source", sourceLocale.value()).setParameter("in", targetLocale.value()).setParameter("keys",
                values(keys)).getResultList()) {
            var columns = (Object[]) row;
            siblings.computeIfAbsent(new MessageKey((String) columns[0]), key -> new ArrayList<>()).add((String) columns[1]);
        }
        return siblings;
    }

    @Override
    public List<MessageText> findAll(CatalogName catalog, Set<LocaleTag> locales, Collection<MessageKey> keys) {
        return keys.isEmpty() ? List.of() : list(PanacheCatalogs.IN_CATALOG + " and id.locale in (?2) and id.key in (?3)", catalog.value(),
                locales.stream().map(LocaleTag::value).toList(), values(keys));
    }

    private static List<String> values(Collection<MessageKey> keys) {
        return keys.stream().map(MessageKey::value).toList();
    }

    @Override
    public List<MessageText> findUnchecked(CatalogName catalog, int most) {
        return find("id.catalog = ?1 and errors is null", catalog.value()).page(0, most).list();
    }

    @Override
    public int countUnchecked(CatalogName catalog, int most) {
        return getEntityManager().createNativeQuery(COUNT_UNCHECKED, Integer.class).setParameter("catalog", catalog.value())
                .setParameter("most", most).getResultStream().mapToInt(Integer.class::cast).sum();
    }

    @Override
    public void resetCheckResults(CatalogName catalog, Collection<MessageKey> keys) {
        if (!keys.isEmpty()) {
            flush();
            var condition = PanacheCatalogs.IN_CATALOG + " and id.key in (?2)";
            list(condition, catalog.value(), values(keys)).forEach(getEntityManager()::detach);
            update("errors = null, warnings = null where " + condition, catalog.value(), values(keys));
        }
    }

    @Override
    public Optional<CatalogName> findCatalogWithUnchecked() {
        return getEntityManager().createNativeQuery("select catalog from message_text where errors is null limit 1", String.class)
                .getResultStream().map(it -> new CatalogName((String) it)).findFirst();
    }

    @Override
    public List<TextId> findWithErrors(CatalogName catalog, Set<TextState> states, int limit) {
        return getEntityManager().createQuery(SELECT_WITH_ERRORS, TextId.class).setParameter(1, catalog.value()).setParameter(2, states)
                .setParameter(3, RELEASED_STAGES).setMaxResults(limit).getResultList();
    }

    @Override
    public Optional<MessageText> find(CatalogName catalog, MessageKey key, LocaleTag locale) {
        return findByIdOptional(new TextId(catalog.value(), key.value(), locale.value()));
    }

    @Override
    public List<MessageText> findAll(CatalogName catalog, LocaleTag locale) {
        return list("id.catalog = ?1 and id.locale = ?2 order by id.key", catalog.value(), locale.value());
    }

    @Override
    public void removeAll(CatalogName catalog, LocaleTag locale) {
        flush();
        findAll(catalog, locale).forEach(getEntityManager()::detach);
        delete("id.catalog = ?1 and id.locale = ?2", catalog.value(), locale.value());
    }

    @Override
    public void changeSource(CatalogName catalog, LocaleTag source) {
        flush();
        findAll(catalog).forEach(getEntityManager()::detach);
        for (var statement : List.of(CHANGE_SOURCE, DELETE_TRIGRAMS, INSERT_TRIGRAMS)) {
            var query = getEntityManager().createNativeQuery(statement).setParameter("catalog", catalog.value());
            (statement.equals(DELETE_TRIGRAMS) ? query : query.setParameter("source", source.value())).executeUpdate();
        }
    }

    @Override
    public void add(MessageText text) {
        persist(text);
    }

    @Override
    public void remove(MessageText text) {
        delete(text);
    }
}
