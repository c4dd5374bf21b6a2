package dev.parlance.storage.activity;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.comments.CommentStatus;
import dev.parlance.catalog.comments.Comments;
import dev.parlance.catalog.comments.MessageComment;
import dev.parlance.catalog.comments.MessageComment.Resolution;
import dev.parlance.locales.LocaleTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Comments in PostgreSQL. Uses plain SQL, because rows are read as a whole, with their mentions. */
@ApplicationScoped
class SqlComments implements Comments {
    /** Separates the names of people, which cannot contain spaces. */
    private static final String SEPARATOR = " ";

    private static final String NEXT_REVISION = """
            insert into comment_counter (catalog, value) values (:catalog, 1)
            on conflict (catalog) do update set value = comment_counter.value + 1
            returning value
            """;
    private static final String INSERT = """
            insert into message_comment (catalog, id, key, locale, content, author, created_at, revision)
            values (:catalog, :id, :key, :locale, :text, :author, :createdAt, :id)
            """;
    private static final String INSERT_MENTION = """
            insert into comment_mention (catalog, comment, person) values (:catalog, :id, :person)
            """;
    private static final String SAVE_RESOLUTION = """
            update message_comment set resolved_by = :by, resolved_at = :at, revision = :revision where catalog = :catalog and id = :id
            """;
    private static final String DELETE = """
            update message_comment set content = '', deleted_at = :now, revision = :revision where catalog = :catalog and id = :id
            """;
    private static final String DELETE_MENTIONS = "delete from comment_mention where catalog = :catalog and comment = :id";
    /** Skips rows that another transaction is purging. */
    private static final String PURGE = """
            delete from message_comment where (catalog, id) in (select catalog, id from message_comment where deleted_at < :before
                order by deleted_at limit 1000 for update skip locked)
            """;
    private static final String SELECT = """
            select comment.catalog, comment.id, comment.key, comment.locale, comment.content, comment.author, comment.created_at,
                comment.resolved_by, comment.resolved_at, (select string_agg(mention.person, ' ' order by mention.person collate "C")
                    from comment_mention mention where mention.catalog = comment.catalog and mention.comment = comment.id)
            from message_comment comment
            """;
    private static final String SELECT_ONE = SELECT + """
            where comment.catalog = :catalog and comment.key = :key and comment.id = :id and comment.deleted_at is null
            """;
    private static final String SELECT_PAGE = SELECT + """
            where comment.catalog = :catalog and comment.key = :key and comment.id > :after and comment.deleted_at is null
                and (cast(:locale as text) is null or comment.locale is null or comment.locale = :locale)
                and (cast(:resolved as boolean) is null or (comment.resolved_at is not null) = :resolved)
            order by comment.id
            """;
    private static final String SELECT_MENTIONS = SELECT + """
            join comment_mention mentioned on mentioned.catalog = comment.catalog and mentioned.comment = comment.id
            where mentioned.person = :person and comment.catalog in (:catalogs)
                and comment.resolved_at is null and comment.deleted_at is null
                and (cast(:createdAt as timestamptz) is null or comment.created_at < :createdAt
                    or comment.created_at = :createdAt and (comment.catalog, comment.id) > (:afterCatalog, :afterId))
            order by comment.created_at desc, comment.catalog, comment.id
            """;
    private static final String COUNT = """
            select count(*) from message_comment where catalog = :catalog and key = :key and deleted_at is null
            """;
    private static final String SELECT_CHANGES = """
            select revision, key, locale, id, case when deleted_at is not null then 'deleted' when resolved_at is not null then 'resolved'
                else 'open' end, author
            from message_comment where catalog = :catalog and revision > :after and revision <= :until order by revision
            """;

    private final EntityManager database;

    SqlComments(EntityManager database) {
        this.database = database;
    }

    @Override
    public long nextRevision(CatalogName catalog) {
        return (Long) database.createNativeQuery(NEXT_REVISION, Long.class).setParameter("catalog", catalog.value()).getSingleResult();
    }

    @Override
    public void add(MessageComment comment) {
        write(INSERT, comment).setParameter("key", comment.key().value())
                .setParameter("locale", comment.locale().map(LocaleTag::value).orElse(null), String.class)
                .setParameter("text", comment.text()).setParameter("author", comment.author())
                .setParameter("createdAt", comment.createdAt()).executeUpdate();
        comment.mentions().forEach(it -> write(INSERT_MENTION, comment).setParameter("person", it).executeUpdate());
    }

    @Override
    public void saveResolution(MessageComment comment, long revision) {
        write(SAVE_RESOLUTION, comment).setParameter("by", comment.resolution().map(Resolution::by).orElse(null), String.class)
                .setParameter("at", comment.resolution().map(Resolution::at).orElse(null), Instant.class)
                .setParameter("revision", revision).executeUpdate();
    }

    @Override
    public void delete(MessageComment comment, Instant now, long revision) {
        write(DELETE, comment).setParameter("now", now).setParameter("revision", revision).executeUpdate();
        write(DELETE_MENTIONS, comment).executeUpdate();
    }

    private NativeQuery<?> write(String sql, MessageComment comment) {
        return database.createNativeQuery(sql).unwrap(NativeQuery.class).setParameter("catalog", comment.catalog().value())
                .setParameter("id", comment.id());
    }

    @Override
    public void purgeDeleted(Instant before) {
        database.createNativeQuery(PURGE).setParameter("before", before).executeUpdate();
    }

    @Override
    public Optional<MessageComment> find(CatalogName catalog, MessageKey key, long id) {
        return select(SELECT_ONE).setParameter("catalog", catalog.value()).setParameter("key", key.value()).setParameter("id", id)
                .getResultStream().findFirst().map(SqlComments::toComment);
    }

    @Override
    public int count(CatalogName catalog, MessageKey key) {
        return ((Long) database.createNativeQuery(COUNT, Long.class).setParameter("catalog", catalog.value())
                .setParameter("key", key.value()).getSingleResult()).intValue();
    }

    @Override
    public List<MessageComment> page(CatalogName catalog, Query query, int limit) {
        return select(SELECT_PAGE).setParameter("catalog", catalog.value()).setParameter("key", query.key().value())
                .setParameter("after", query.after())
                .setParameter("locale", query.locale().map(LocaleTag::value).orElse(null), String.class)
                .setParameter("resolved", query.status().map(it -> it == CommentStatus.RESOLVED).orElse(null), Boolean.class)
                .setMaxResults(limit).getResultStream().map(SqlComments::toComment).toList();
    }

    @Override
    public List<MessageComment> findMentions(String person, Collection<CatalogName> catalogs, Optional<MentionPosition> after, int limit) {
        return select(SELECT_MENTIONS).setParameter("person", person)
                .setParameter("catalogs", catalogs.stream().map(CatalogName::value).toList())
                .setParameter("createdAt", after.map(MentionPosition::createdAt).orElse(null), Instant.class)
                .setParameter("afterCatalog", after.map(MentionPosition::catalog).orElse(""))
                .setParameter("afterId", after.map(MentionPosition::id).orElse(0L))
                .setMaxResults(limit).getResultStream().map(SqlComments::toComment).toList();
    }

    @Override
    public List<CommentChange> findChanges(CatalogName catalog, long after, long until, int limit) {
        return select(SELECT_CHANGES).setParameter("catalog", catalog.value()).setParameter("after", after).setParameter("until", until)
                .setMaxResults(limit).getResultStream().map(it -> new CommentChange((Long) it[0], new MessageKey((String) it[1]),
                        optionalLocale(it[2]), (Long) it[3], Labelled.findByLabel(CommentStatus.class, (String) it[4]).orElseThrow(),
                        (String) it[5])).toList();
    }

    private NativeQuery<Object[]> select(String sql) {
        return database.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
    }

    private static MessageComment toComment(Object[] row) {
        return new MessageComment(new CatalogName((String) row[0]), (Long) row[1], new MessageKey((String) row[2]), optionalLocale(row[3]),
                (String) row[4], (String) row[5], (Instant) row[6],
                Optional.ofNullable((@Nullable String) row[7]).map(it -> new Resolution(it, (Instant) row[8])),
                Optional.ofNullable((@Nullable String) row[9]).map(it -> List.of(it.split(SEPARATOR))).orElse(List.of()));
    }

    private static Optional<LocaleTag> optionalLocale(@Nullable Object tag) {
        return Optional.ofNullable((String) tag).map(LocaleTag::new);
    }
}
