package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.CorsOrigins;
import dev.parlance.security.AccessRecords;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.Grant;
import dev.parlance.security.MemberRole;
import dev.parlance.security.Permission;
import dev.parlance.security.PersonName;
import dev.parlance.security.ProviderIdentity;
import dev.parlance.security.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The access records in PostgreSQL, loaded as a whole.
 *
 * <p>Plain SQL, because rows become an {@link AccessSnapshot} and are never written back. Triggers in the database count the revision.
 */
@ApplicationScoped
class SqlAccessRecords implements AccessRecords {

    private static final String SELECT_REVISION = "select revision from access_revision";
    private static final String SELECT_CATALOGS = "select name, public, cors_origins from catalog";
    private static final String SELECT_KEYS =
            "select id, catalog, scopes, locales, secret_digest, expires_at from api_key where revoked_at is null";
    private static final String SELECT_TOKENS =
            "select id, person, scopes, secret_digest, expires_at from personal_token where revoked_at is null";
    private static final String SELECT_ACCOUNTS = "select name, password_hash, administrator, disabled, sessions_from from account";
    private static final String SELECT_MEMBERS = "select person, catalog, role, locales from member";
    private static final String SELECT_ENDED_SESSIONS = "select id from ended_session";
    private static final String SELECT_BOUND_PEOPLE = "select issuer, subject, person from provider_person where issuer is not null";
    private static final String SELECT_WAITING_PEOPLE = """
            select person from provider_person p
            where issuer is null and exists (select from member m where m.person = p.person)
            """;
    private static final String SELECT_PROVIDER_PERSON = "select person from provider_person where person = :person";
    private static final String INSERT_WAITING_PERSON =
            "insert into provider_person (person) values (:person) on conflict (person) do nothing";
    private static final String BIND_WAITING_PERSON = """
            update provider_person p set issuer = :issuer, subject = :subject, bound_at = :now
            where person = :person and issuer is null and exists (select from member m where m.person = p.person)
                and not exists (select from provider_person where issuer = :issuer and subject = :subject)
            """;
    private static final String INSERT_BOUND_PERSON = """
            insert into provider_person (person, issuer, subject, bound_at)
            values (:person, :issuer, :subject, :now)
            on conflict do nothing
            """;
    private static final String UPDATE_VISIBILITY = "update catalog set public = :everybody where name = :name";
    private static final String UPDATE_LAST_USED = """
            update api_key set last_used_at = :at where id = :id and (last_used_at is null or last_used_at < :at)
            """;
    private static final String UPDATE_TOKEN_LAST_USED = """
            update personal_token set last_used_at = :at where id = :id and (last_used_at is null or last_used_at < :at)
            """;
    private static final String DELETE_EXPIRED_SESSIONS = "delete from ended_session where ends_at < :now";
    private static final String INSERT_ENDED_SESSION = """
            insert into ended_session (id, ends_at)
            values (:id, :ends)
            on conflict (id) do nothing
            """;
    private static final String OFFER_FIRST_ADMINISTRATOR = """
            insert into first_administrator (token_digest, expires_at)
            values (:digest, :until)
            on conflict (only_row) do update set token_digest = excluded.token_digest, expires_at = excluded.expires_at
                where first_administrator.expires_at <= :now
            """;
    private static final String SELECT_FIRST_ADMINISTRATOR =
            "select token_digest from first_administrator where token_digest = :digest and expires_at > :now";
    private static final String DELETE_FIRST_ADMINISTRATOR =
            "delete from first_administrator where token_digest = :digest and expires_at > :now";

    private static final JsonColumn.CorsOriginsColumn ORIGINS = new JsonColumn.CorsOriginsColumn();

    private final EntityManager database;

    SqlAccessRecords(EntityManager database) {
        this.database = database;
    }

    @Override
    public long revision() {
        return (Long) database.createNativeQuery(SELECT_REVISION, Long.class).getSingleResult();
    }

    @Override
    public AccessSnapshot load(long revision) {
        var publicByCatalog = new HashMap<CatalogName, Boolean>();
        var corsOrigins = new HashMap<CatalogName, CorsOrigins>();
        query(SELECT_CATALOGS).forEach(it -> {
            var name = new CatalogName((String) it[0]);
            publicByCatalog.put(name, (Boolean) it[1]);
            Optional.ofNullable(ORIGINS.convertToEntityAttribute((String) it[2])).ifPresent(origins -> corsOrigins.put(name, origins));
        });
        var keys = new HashMap<String, AccessSnapshot.KeyEntry>();
        query(SELECT_KEYS).forEach(it -> keys
                .put((String) it[0], new AccessSnapshot.KeyEntry(new CatalogName((String) it[1]), (String) it[4],
                new Grant(permissions((String) it[2]), AllowedLocales.parse((String) it[3])), Optional.ofNullable((Instant) it[5]))));
        var accounts = new HashMap<String, AccessSnapshot.AccountEntry>();
        query(SELECT_ACCOUNTS).forEach(it -> accounts.put((String) it[0],
                new AccessSnapshot.AccountEntry(Optional.of((String) it[1]), (Boolean) it[2], (Boolean) it[3], (Instant) it[4])));
        var members = new HashMap<String, Map<CatalogName, Grant>>();
        query(SELECT_MEMBERS)
                .forEach(it -> members.computeIfAbsent((String) it[0], person -> new HashMap<>()).put(new CatalogName((String) it[1]),
                new Grant(MemberRole.of((String) it[2]).orElseThrow().permissions(), AllowedLocales.parse((String) it[3]))));
        Set<String> endedSessions = new HashSet<>(database.createNativeQuery(SELECT_ENDED_SESSIONS, String.class).getResultList());
        return new AccessSnapshot(revision, Map.copyOf(publicByCatalog), Map.copyOf(keys), Map.copyOf(accounts), Map.copyOf(members),
                Set.copyOf(endedSessions), loadProviderPeople(), loadTokens(), Map.copyOf(corsOrigins));
    }

    private Map<String, AccessSnapshot.TokenEntry> loadTokens() {
        return query(SELECT_TOKENS).stream().collect(Collectors.toUnmodifiableMap(it -> (String) it[0],
                it -> new AccessSnapshot.TokenEntry((String) it[1], (String) it[3], scopes((String) it[2]), (Instant) it[4])));
    }

    private AccessSnapshot.ProviderPeople loadProviderPeople() {
        return new AccessSnapshot.ProviderPeople(query(SELECT_BOUND_PEOPLE).stream().collect(Collectors.toUnmodifiableMap(
                it -> new ProviderIdentity((String) it[0], (String) it[1]), it -> (String) it[2])),
                Set.copyOf(database.createNativeQuery(SELECT_WAITING_PEOPLE, String.class).getResultList()));
    }

    @Override
    public void addWaitingPerson(PersonName person) {
        database.createNativeQuery(INSERT_WAITING_PERSON).setParameter("person", person.value()).executeUpdate();
    }

    @Override
    public boolean hasProviderPerson(PersonName person) {
        return !database.createNativeQuery(SELECT_PROVIDER_PERSON, String.class).setParameter("person", person.value()).getResultList()
                .isEmpty();
    }

    @Override
    public void bindPerson(PersonName person, ProviderIdentity identity, Instant now, boolean create) {
        int bound = bind(BIND_WAITING_PERSON, person, identity, now);
        if (bound == 0 && create) {
            bind(INSERT_BOUND_PERSON, person, identity, now);
        }
    }

    private int bind(String statement, PersonName person, ProviderIdentity identity, Instant now) {
        return database.createNativeQuery(statement).setParameter("person", person.value()).setParameter("issuer", identity.issuer())
                .setParameter("subject", identity.subject()).setParameter("now", now).executeUpdate();
    }

    @Override
    public void setPublic(CatalogName catalog, boolean toEverybody) {
        database.createNativeQuery(UPDATE_VISIBILITY).setParameter("everybody", toEverybody).setParameter("name",
                catalog.value()).executeUpdate();
    }

    @Override
    public void saveLastUsed(Map<String, Instant> keys) {
        keys.forEach((id, at) -> {
            // Ids are random, so no token has the id of a key.
            for (var statement : List.of(UPDATE_LAST_USED, UPDATE_TOKEN_LAST_USED)) {
                database.createNativeQuery(statement).setParameter("id", id).setParameter("at", at).executeUpdate();
            }
        });
    }

    @Override
    public void endSession(String id, Instant wouldEnd, Instant now) {
        database.createNativeQuery(DELETE_EXPIRED_SESSIONS).setParameter("now", now).executeUpdate();
        database.createNativeQuery(INSERT_ENDED_SESSION).setParameter("id", id).setParameter("ends", wouldEnd).executeUpdate();
    }

    @Override
    public boolean addSetupToken(String tokenDigest, Instant until, Instant now) {
        return database.createNativeQuery(OFFER_FIRST_ADMINISTRATOR).setParameter("digest", tokenDigest).setParameter("until", until)
                .setParameter("now", now).executeUpdate() > 0;
    }

    @Override
    public boolean hasValidSetupToken(String tokenDigest, Instant now) {
        return !database.createNativeQuery(SELECT_FIRST_ADMINISTRATOR, String.class).setParameter("digest", tokenDigest).setParameter("now",
                now)
                .getResultList().isEmpty();
    }

    @Override
    public boolean consumeSetupToken(String tokenDigest, Instant now) {
        return database.createNativeQuery(DELETE_FIRST_ADMINISTRATOR).setParameter("digest", tokenDigest).setParameter("now",
                now).executeUpdate() > 0;
    }

    private static Set<Permission> permissions(String scopes) {
        return scopes(scopes).stream().flatMap(it -> it.permissions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Scope> scopes(String column) {
        return Arrays.stream(column.split(" ")).map(it -> Scope.of(it).orElseThrow()).collect(Collectors.toUnmodifiableSet());
    }

    private List<Object[]> query(String sql) {
        return database.createNativeQuery(sql, Object[].class).getResultList();
    }
}
