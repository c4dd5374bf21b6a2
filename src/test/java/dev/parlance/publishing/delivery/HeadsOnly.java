package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.errorbody.ErrorMembers;
import dev.parlance.publishing.release.Channel;
import dev.parlance.publishing.release.ChannelHead;
import dev.parlance.publishing.release.ChannelMove;
import dev.parlance.publishing.release.Channels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Channels with given heads. A refresh reads nothing else. */
record HeadsOnly(Supplier<List<ChannelHead>> supplier) implements Channels {

    @Override
    public Map<CatalogName, ErrorMembers> errorMembers() {
        return Map.of();
    }

    @Override
    public List<ChannelHead> heads() {
        return supplier.get();
    }

    @Override
    public List<Channel> findByCatalog(CatalogName catalog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Channel> find(CatalogName catalog, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(Channel channel, ChannelMove move) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ChannelMove> moves(CatalogName catalog, String channel, int limit) {
        throw new UnsupportedOperationException();
    }
}
