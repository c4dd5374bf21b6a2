package dev.parlance.rest.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.OfferedLocales;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.LoadDraft;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Channel;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.derivation.Derivations;
import dev.parlance.security.Permission;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of channels, and the draft of a catalog as if it were a channel.
 *
 * <p>A draft is loaded from the database on the threads of {@link Derivations}, and cached by its revision.
 */
@Singleton
public class ChannelSnapshots {
    private static final Logger LOG = Logger.getLogger(ChannelSnapshots.class);
    private static final int MAX_NAMED_TEXTS = 10;
    private static final Duration EXPIRY = Duration.ofMinutes(10);
    /** The estimated memory for each byte of a bundle: patterns, texts as typed, compiled texts and indexes. */
    private static final int BYTES_PER_BUNDLE_BYTE = 6;
    private static final int ENTRY_SIZE = 4096;

    private final SnapshotRegistry snapshots;
    private final LoadDraft loadDraft;
    private final Derivations derivations;
    private final CurrentCaller caller;
    private final Cache<DraftKey, Snapshot> drafts;
    private final AtomicLong requests = new AtomicLong();

    /** The locales of a draft at one revision. */
    private record DraftKey(CatalogName catalog, long revision, Set<LocaleTag> locales) {
    }

    ChannelSnapshots(SnapshotRegistry snapshots, LoadDraft loadDraft, Derivations derivations, CurrentCaller caller) {
        this.snapshots = snapshots;
        this.loadDraft = loadDraft;
        this.derivations = derivations;
        this.caller = caller;
        this.drafts = Caffeine.newBuilder().expireAfterAccess(EXPIRY).executor(Runnable::run)
                .maximumWeight(ResourceLimit.DRAFT_SNAPSHOTS.value())
                .weigher((DraftKey key, Snapshot it) -> weight(key, it)).build();
    }

    /** Selects the locales of a draft to load. Tags that no offered locale matches are ignored; the source locale is always loaded. */
    public interface LocaleSelection extends Function<OfferedLocales, Set<LocaleTag>> {

        /** Selects as {@link dev.parlance.rest.input.ReaderLocale} does. */
        static LocaleSelection of(@Nullable String locale, Optional<String> acceptLanguage) {
            return locale == null ? offered -> Stream.concat(Stream.of(offered.negotiate(acceptLanguage).offered()),
                    offered.findExact(acceptLanguage).stream()).collect(Collectors.toSet()) : of(List.of(LocaleTag.parse(locale)));
        }

        /** Selects all offered locales. */
        static LocaleSelection all() {
            return offered -> new HashSet<>(offered.all());
        }

        static LocaleSelection of(List<LocaleTag> tags) {
            return offered -> tags.stream().flatMap(it -> offered.find(it).stream()).collect(Collectors.toSet());
        }
    }

    /** Returns whether this is the name under which drafts are read. */
    static boolean isDraft(@Nullable String channel) {
        return Channel.DRAFT.equals(channel);
    }

    /**
     * Returns the snapshot of a channel, or the draft.
     *
     * @param channel {@link Channel#PRODUCTION} if null
     * @throws ProblemException as {@link SnapshotRegistry#get(CatalogName, String)}; {@link ProblemType#NOT_PERMITTED} if the caller may
     *         not read the draft
     */
    public Uni<Snapshot> get(CatalogName catalog, @Nullable String channel, LocaleSelection selection, RoutingContext context) {
        if (!isDraft(channel)) {
            return Uni.createFrom().item(released(catalog, channel));
        }
        caller.requirePermission(Permission.READ_DRAFT, catalog);
        // Requests do not share a load: a load that started before a change must not answer requests after it.
        var key = "draft\n" + requests.incrementAndGet();
        return derivations.run(key, Derivations.Source.DATABASE, ClientNetwork.of(context.request().remoteAddress().hostAddress()),
                () -> load(catalog, selection));
    }

    private Snapshot load(CatalogName catalog, LocaleSelection selection) {
        var outline = loadDraft.outline(catalog);
        var locales = selection.apply(outline.offered());
        if (snapshots.find(catalog).isEmpty()) {
            // It may be deleted and created again, with the same revisions but other texts.
            return load(outline, locales);
        }
        return drafts.get(new DraftKey(catalog, outline.revision(), locales), it -> load(outline, locales));
    }

    /** Names the texts that are left out, because their readers see only a text in another language. */
    private Snapshot load(LoadDraft.DraftOutline outline, Set<LocaleTag> locales) {
        var loaded = loadDraft.load(outline, locales);
        if (!loaded.unusableTexts().isEmpty()) {
            LOG.warnf("The draft of %s is served without texts that do not compile: %d, such as %s", outline.catalog(),
                    loaded.unusableTexts().size(), loaded.unusableTexts().stream().limit(MAX_NAMED_TEXTS)
                            .map(it -> it.key() + " (" + it.locale() + ")").collect(Collectors.joining(", ")));
        }
        return loaded.snapshot();
    }

    /**
     * Returns the snapshot of a channel.
     *
     * @param channel {@link Channel#PRODUCTION} if null
     * @throws ProblemException as {@link SnapshotRegistry#get(CatalogName, String)}, but a catalog without releases exists
     */
    Snapshot released(CatalogName catalog, @Nullable String channel) {
        var name = channel == null ? Channel.PRODUCTION : channel;
        try {
            return snapshots.get(catalog, name);
        } catch (ProblemException problem) {
            throw problem.type() == ProblemType.UNKNOWN_CATALOG && caller.isExisting(catalog)
                    ? ProblemType.UNKNOWN_CHANNEL.with(name, catalog.value()) : problem;
        }
    }

    private static int weight(DraftKey key, Snapshot snapshot) {
        long bytes = ENTRY_SIZE;
        for (var locale : snapshot.loadedLocales()) {
            bytes += (long) BYTES_PER_BUNDLE_BYTE * locale.bundle().length;
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes + key.locales().size());
    }
}
