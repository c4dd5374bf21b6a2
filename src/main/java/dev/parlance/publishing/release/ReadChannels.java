package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the channels of a catalog from the database. */
@Singleton
public final class ReadChannels {
    private final Catalogs catalogs;
    private final Channels channels;
    private final Transactions transactions;

    public ReadChannels(Catalogs catalogs, Channels channels, Transactions transactions) {
        this.catalogs = catalogs;
        this.channels = channels;
        this.transactions = transactions;
    }

    /**
     * Returns all channels, sorted by name.
     *
     * @throws dev.parlance.problems.ProblemException if there is no such catalog
     */
    public List<Channel> all(CatalogName catalog) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return channels.findByCatalog(catalog);
        });
    }

    /** @throws dev.parlance.problems.ProblemException if there is no such catalog or channel */
    public Channel get(CatalogName catalog, String channel) {
        return transactions.call(() -> require(catalog, channel));
    }

    /**
     * Returns the moves of a channel, newest first.
     *
     * @throws dev.parlance.problems.ProblemException if there is no such catalog or channel
     */
    public List<ChannelMove> moves(CatalogName catalog, String channel, int limit) {
        return transactions.call(() -> channels.moves(catalog, require(catalog, channel).name(), limit));
    }

    private Channel require(CatalogName catalog, String channel) {
        catalogs.requireExists(catalog);
        return channels.find(catalog, channel).orElseThrow(() -> ProblemType.UNKNOWN_CHANNEL.with(channel, catalog.value()));
    }
}
