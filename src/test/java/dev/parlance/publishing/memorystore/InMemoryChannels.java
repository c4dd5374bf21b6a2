package dev.parlance.publishing.memorystore;

import dev.parlance.catalog.CatalogName;
import dev.parlance.errorbody.ErrorMembers;
import dev.parlance.publishing.release.Channel;
import dev.parlance.publishing.release.ChannelHead;
import dev.parlance.publishing.release.ChannelMove;
import dev.parlance.publishing.release.Channels;
import dev.parlance.publishing.release.Releases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Channels in memory. They are moved at once, so no transaction rolls them back. */
public final class InMemoryChannels implements Channels {
    private static final Comparator<Channel> ORDER = Comparator.<Channel, String>comparing(it ->
            it.id().catalog()).thenComparing(Channel::name);

    private final Releases releases;
    private final Map<Channel.Id, Channel> channels = new HashMap<>();
    private final Map<Channel.Id, List<ChannelMove>> moves = new HashMap<>();

    /** @param releases provides creation times and latest releases for the heads */
    public InMemoryChannels(Releases releases) {
        this.releases = releases;
    }

    @Override
    public Map<CatalogName, ErrorMembers> errorMembers() {
        return Map.of();
    }

    @Override
    public List<Channel> findByCatalog(CatalogName catalog) {
        return channels.values().stream().filter(it -> it.id().catalog().equals(catalog.value())).sorted(ORDER).toList();
    }

    @Override
    public Optional<Channel> find(CatalogName catalog, String name) {
        return Optional.ofNullable(channels.get(new Channel.Id(catalog.value(), name)));
    }

    @Override
    public void add(Channel channel, ChannelMove move) {
        channels.put(channel.id(), channel);
        moves.computeIfAbsent(channel.id(), it -> new ArrayList<>()).add(move);
    }

    @Override
    public List<ChannelMove> moves(CatalogName catalog, String channel, int limit) {
        return moves.getOrDefault(new Channel.Id(catalog.value(), channel), List.of()).stream()
                .sorted(Comparator.comparing(ChannelMove::number).reversed()).limit(limit).toList();
    }

    @Override
    public List<ChannelHead> heads() {
        return channels.values().stream().sorted(ORDER).map(this::toHead).toList();
    }

    private ChannelHead toHead(Channel channel) {
        var catalog = new CatalogName(channel.id().catalog());
        return new ChannelHead(catalog, channel.name(), channel.release(),
                releases.find(catalog, channel.release()).orElseThrow().createdAt(), releases.findLatest(catalog).orElseThrow().number());
    }
}
