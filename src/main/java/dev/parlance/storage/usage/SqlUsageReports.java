package dev.parlance.storage.usage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.locales.LocaleTag;
import dev.parlance.usage.UsageKind;
import dev.parlance.usage.UsageReports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports about the stored counts in PostgreSQL. A condition on an empty parameter holds for all rows. */
@ApplicationScoped
class SqlUsageReports implements UsageReports {
    private static final String SELECT_USED = """
            select used.*, message.lifecycle from (
                select name, cast(coalesce(sum(count) filter (where kind = 'render'), 0) as bigint) as renders,
                    cast(coalesce(sum(count) filter (where kind = 'fallback'), 0) as bigint) as fallbacks,
                    max(day) filter (where kind = 'render') as last_used
                from usage_count
                where catalog = :catalog and day between :since and :until and kind in ('render', 'fallback')
                    and (:locale = '' or locale = :locale)
                group by name) used
            left join message on message.catalog = :catalog and message.key = used.name
            where renders < :renders or renders = :renders and name collate "C" > :after
            order by renders desc, name collate "C" limit :most
            """;
    private static final String SELECT_UNUSED = """
            select message.key as name, cast(0 as bigint) as renders, cast(0 as bigint) as fallbacks, max(day) as last_used, message.lifecycle
            from message
            left join usage_count on usage_count.catalog = message.catalog and name = message.key and kind = 'render'
                and (:locale = '' or locale = :locale)
            where message.catalog = :catalog and message.lifecycle in ('active', 'deprecated') and message.key collate "C" > :after
            group by message.key, message.lifecycle
            having coalesce(max(day) < :since, true)
            order by message.key collate "C" limit :most
            """;
    private static final String SELECT_LOCALES = """
            select locale, cast(coalesce(sum(count) filter (where kind = 'render'), 0) as bigint) as renders,
                cast(coalesce(sum(count) filter (where kind = 'fallback'), 0) as bigint) as fallbacks,
                cast(coalesce(sum(count) filter (where kind = 'bundle'), 0) as bigint) as bundles,
                cast(coalesce(sum(count) filter (where kind = 'bundle-unchanged'), 0) as bigint) as unchanged,
                cast(coalesce(sum(count) filter (where kind in ('key', 'code', 'text')), 0) as bigint) as unknown
            from usage_count
            where catalog = :catalog and day between :since and :until
                and kind in ('render', 'fallback', 'bundle', 'bundle-unchanged', 'key', 'code', 'text')
            group by locale order by locale collate "C"
            """;
    /** A key, a code, a text and a locale are missing in all locales, so their counts are added up. */
    private static final String SELECT_MISSING = """
            select missing.*, message.lifecycle from (
                select kind, name, case when kind in ('fallback', 'argument') then locale else '' end as in_locale, argument,
                    cast(sum(count) as bigint) as asked, max(day) as last_asked
                from usage_count
                where catalog = :catalog and day between :since and :until and kind in (:kinds) and (:locale = '' or locale = :locale)
                group by kind, name, in_locale, argument) missing
            left join message on message.catalog = :catalog and message.key = missing.name and kind in ('key', 'fallback', 'argument')
            where (:lifecycle = '' or message.lifecycle = :lifecycle)
                and (asked < :asked or asked = :asked and (kind collate "C", name collate "C", in_locale collate "C", argument collate "C")
                    > (:kind, :name, :inlocale, :argument))
            order by asked desc, kind collate "C", name collate "C", in_locale collate "C", argument collate "C" limit :most
            """;
    /** A condition: the next release would contain a text that was made from the present source. */
    private static final String COVERED = """
            (coalesce(text.state = 'approved' or text.state = 'translated' and not catalog.review_required, false)
                and not coalesce(text.source_wording <> source.wording, false))""";
    private static final String SEEN = """
            (select locale, name, sum(count) as renders from usage_count
                where catalog = :catalog and day between :since and :until and kind = 'render' group by locale, name) seen
            join message on message.catalog = :catalog and message.key = seen.name and message.lifecycle in ('active', 'deprecated')
            join catalog on catalog.name = :catalog
            left join message_text text on text.catalog = :catalog and text.key = seen.name and text.locale = seen.locale
            left join message_text source on source.catalog = :catalog and source.key = seen.name and source.locale = catalog.source_locale
            """;
    private static final String SELECT_SEEN = """
            select catalog_locale.locale, cast(coalesce(sum(renders), 0) as bigint) as seen,
                cast(coalesce(sum(renders) filter (where covered), 0) as bigint) as covered
            from catalog_locale
            left join (select seen.locale, renders, {covered} as covered from {seen}) weighted on weighted.locale = catalog_locale.locale
            where catalog_locale.catalog = :catalog
            group by catalog_locale.locale order by catalog_locale.locale collate "C"
            """.replace("{covered}", COVERED).replace("{seen}", SEEN);
    private static final String SELECT_UNCOVERED = """
            select name, cast(renders as bigint) as renders, gap from (
                select seen.name, renders, {covered} as covered, case when text.key is null then 'untranslated'
                    when text.source_wording <> source.wording then 'stale' else 'unreleased' end as gap
                from {seen} where seen.locale = :locale) weighted
            where not covered
            order by renders desc, name collate "C" limit :most
            """.replace("{covered}", COVERED).replace("{seen}", SEEN);
    private static final String SELECT_FIRST_DAY = "select min(day) from usage_count where catalog = :catalog";

    private final EntityManager database;

    SqlUsageReports(EntityManager database) {
        this.database = database;
    }

    @Override
    public List<MessageUse> findUsed(CatalogName catalog, Optional<LocaleTag> locale, Period period, Optional<UsePosition> after,
            int limit) {
        var parameters = parameters(catalog, period);
        parameters.putAll(Map.of("locale", locale.map(LocaleTag::value).orElse(""), "most", limit,
                "renders", after.map(UsePosition::renders).orElse(Long.MAX_VALUE), "after", after.map(UsePosition::key).orElse("")));
        return query(SELECT_USED, parameters).stream().map(SqlUsageReports::toUse).toList();
    }

    @Override
    public List<MessageUse> findUnused(CatalogName catalog, Optional<LocaleTag> locale, LocalDate since, String after, int limit) {
        return query(SELECT_UNUSED, Map.of("catalog", catalog.value(), "locale", locale.map(LocaleTag::value).orElse(""), "since", since,
                "after", after, "most", limit)).stream().map(SqlUsageReports::toUse).toList();
    }

    private static MessageUse toUse(Tuple row) {
        return new MessageUse(row.get("name", String.class), row.get("renders", Long.class), row.get("fallbacks", Long.class),
                Optional.ofNullable(row.get("last_used", LocalDate.class)), lifecycleOf(row));
    }

    @Override
    public List<LocaleUse> findLocales(CatalogName catalog, Period period) {
        return query(SELECT_LOCALES, parameters(catalog, period)).stream().map(it -> new LocaleUse(localeOf(it),
                it.get("renders", Long.class), it.get("fallbacks", Long.class), it.get("bundles", Long.class),
                it.get("unchanged", Long.class), it.get("unknown", Long.class))).toList();
    }

    @Override
    public List<Miss> findMissing(MissQuery query, Optional<MissPosition> after, int limit) {
        var parameters = parameters(query.catalog(), query.period());
        parameters.putAll(Map.of("kinds", query.kind().map(List::of).orElse(MissQuery.KINDS).stream().map(UsageKind::label).toList(),
                "locale", query.locale().map(LocaleTag::value).orElse(""), "most", limit,
                "lifecycle", query.lifecycle().map(Lifecycle::label).orElse("")));
        parameters.putAll(Map.of("asked", after.map(MissPosition::count).orElse(Long.MAX_VALUE),
                "kind", after.map(it -> it.kind().label()).orElse(""), "name", after.map(MissPosition::name).orElse(""),
                "inlocale", after.map(MissPosition::locale).orElse(""), "argument", after.map(MissPosition::argument).orElse("")));
        return query(SELECT_MISSING, parameters).stream().map(it -> new Miss(
                Labelled.findByLabel(UsageKind.class, it.get("kind", String.class)).orElseThrow(), it.get("name", String.class),
                it.get("in_locale", String.class), it.get("argument", String.class), it.get("asked", Long.class),
                it.get("last_asked", LocalDate.class), lifecycleOf(it))).toList();
    }

    @Override
    public List<SeenTexts> findSeen(CatalogName catalog, Period period) {
        return query(SELECT_SEEN, parameters(catalog, period)).stream()
                .map(it -> new SeenTexts(localeOf(it), it.get("seen", Long.class), it.get("covered", Long.class))).toList();
    }

    @Override
    public List<UncoveredText> findUncovered(CatalogName catalog, LocaleTag locale, Period period, int limit) {
        var parameters = parameters(catalog, period);
        parameters.putAll(Map.of("locale", locale.value(), "most", limit));
        return query(SELECT_UNCOVERED, parameters).stream().map(it -> new UncoveredText(it.get("name", String.class),
                it.get("renders", Long.class), Labelled.findByLabel(TextGap.class, it.get("gap", String.class)).orElseThrow())).toList();
    }

    @Override
    public Optional<LocalDate> findFirstDay(CatalogName catalog) {
        return Optional.ofNullable((LocalDate) database.createNativeQuery(SELECT_FIRST_DAY, LocalDate.class)
                .setParameter("catalog", catalog.value()).getSingleResult());
    }

    private static Map<String, Object> parameters(CatalogName catalog, Period period) {
        return new HashMap<>(Map.of("catalog", catalog.value(), "since", period.since(), "until", period.until()));
    }

    private static LocaleTag localeOf(Tuple row) {
        return new LocaleTag(row.get("locale", String.class));
    }

    private static Optional<Lifecycle> lifecycleOf(Tuple row) {
        @Nullable String label = row.get("lifecycle", String.class);
        return label == null ? Optional.empty() : Labelled.findByLabel(Lifecycle.class, label);
    }

    private List<Tuple> query(String sql, Map<String, Object> parameters) {
        @SuppressWarnings("unchecked")
        var query = (TypedQuery<Tuple>) database.createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }
}
