package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.errorbody.ErrorMembers;
import dev.parlance.publishing.release.Channel;
import dev.parlance.publishing.release.ChannelHead;
import dev.parlance.publishing.release.ChannelMove;
import dev.parlance.publishing.release.Channels;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** The PostgreSQL repository of channels and their moves. */
@ApplicationScoped
class PanacheChannels implements Channels, PanacheRepositoryBase<Channel, Channel.Id> {
    private final boolean notifies;

    PanacheChannels(@ConfigProperty(name = "parlance.follow.notify") boolean notifies) {
        this.notifies = notifies;
    }

    private static final String MOVES = """
            from ChannelMove move where move.id.catalog = ?1 and move.id.channel = ?2 order by move.id.number desc
            """;
    private static final String HEADS = """
            select channel.id.catalog, channel.id.name, channel.release, release.createdAt,
                (select max(latest.id.number) from Release latest where latest.id.catalog = channel.id.catalog)
            from Channel channel, Release release
            where release.id.catalog = channel.id.catalog and release.id.number = channel.release
            order by channel.id.catalog, channel.id.name
            """;

    @Override
    public Map<CatalogName, ErrorMembers> errorMembers() {
        return getEntityManager().createQuery("select name, errorMembers from Catalog where errorMembers is not null", Object[].class)
                .getResultStream().collect(Collectors.toMap(row -> new CatalogName((String) row[0]), row -> (ErrorMembers) row[1]));
    }

    @Override
    public List<Channel> findByCatalog(CatalogName catalog) {
        return list("id.catalog = ?1 order by id.name", catalog.value());
    }

    @Override
    public Optional<Channel> find(CatalogName catalog, String name) {
        return findByIdOptional(new Channel.Id(catalog.value(), name));
    }

    @Override
    public void add(Channel channel, ChannelMove move) {
        persistAndFlush(channel);
        getEntityManager().persist(move);
        if (notifies) {
            getEntityManager().unwrap(Session.class)
                    .doWork(it -> PostgresReleaseAnnouncements.announce(it, new CatalogName(channel.id().catalog())));
        }
    }

    @Override
    public List<ChannelMove> moves(CatalogName catalog, String channel, int limit) {
        return getEntityManager().createQuery(MOVES, ChannelMove.class)
                .setParameter(1, catalog.value()).setParameter(2, channel).setMaxResults(limit).getResultList();
    }

    @Override
    public List<ChannelHead> heads() {
        return getEntityManager().createQuery(HEADS, Object[].class).getResultStream().map(row -> new ChannelHead(
                new CatalogName((String) row[0]), (String) row[1], (Integer) row[2], (Instant) row[3], (Integer) row[4])).toList();
    }
}
