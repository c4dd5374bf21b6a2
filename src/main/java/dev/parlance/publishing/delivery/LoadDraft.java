package dev.parlance.publishing.delivery;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.TextId;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.OfferedLocales;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Draft;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.PatternText;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Loads the draft of a catalog as a snapshot, for callers who may read drafts.
 *
 * <p>It has all texts in any state, and all messages that are not retired. Messages without a text in the source locale are left out,
 * because they have no text to fall back to. Texts that do not compile are left out and reported: an earlier version, with other rules,
 * may have accepted them. Only the requested locales are loaded.
 */
@Singleton
public final class LoadDraft {
    private final Catalogs catalogs;
    private final Messages messages;
    private final Texts texts;
    private final Transactions transactions;
    private final Clock clock;

    public LoadDraft(Catalogs catalogs, Messages messages, Texts texts, Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.texts = texts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The locales of a draft.
     *
     * @param revision the revision of the catalog, which every change increments
     */
    public record DraftOutline(CatalogName catalog, String title, long revision, SortedSet<LocaleTag> locales, OfferedLocales offered) {
        static DraftOutline of(Catalog it) {
            return new DraftOutline(it.name(), it.title(), it.revision(), it.locales(),
                    new OfferedLocales(it.sourceLocale(), it.locales()));
        }

        private Draft withoutMessages() {
            return new Draft(catalog, offered.source(), locales, Map.of(), Map.of());
        }
    }

    /** @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG} */
    public DraftOutline outline(CatalogName catalog) {
        return transactions.call(() -> DraftOutline.of(
                catalogs.find(catalog).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(catalog.value()))));
    }

    /** A loaded draft, and the texts that it lacks because they do not compile. */
    public record LoadedDraft(Snapshot snapshot, List<TextId> unusableTexts) {
        public LoadedDraft {
            unusableTexts = List.copyOf(unusableTexts);
        }
    }

    /** Loads some locales of the draft, and the source locale. */
    public LoadedDraft load(DraftOutline outline, Set<LocaleTag> locales) {
        var loaded = withSource(outline, locales);
        var texts = transactions.call(() -> readTexts(outline, loaded));
        try {
            return new LoadedDraft(toSnapshot(outline, loaded, texts), List.of());
        } catch (RuntimeException e) {
            // Compiling each text by itself takes twice as long, so it is done only if there is a reason.
            var unusable = removeUnusable(outline, texts);
            if (unusable.isEmpty()) {
                throw e;
            }
            return new LoadedDraft(toSnapshot(outline, loaded, texts), unusable);
        }
    }

    private Snapshot toSnapshot(DraftOutline outline, Set<LocaleTag> locales, DraftTexts texts) {
        return Snapshot.ofDraft(texts.toDraft(outline), outline.title(), locales, clock.instant());
    }

    /** Removes the texts that do not compile, and returns them in the order of the catalog. */
    private List<TextId> removeUnusable(DraftOutline outline, DraftTexts texts) {
        var compiler = withoutMessages(outline, Set.of()).locale(outline.offered().source());
        var removed = new ArrayList<TextId>();
        texts.definitions().forEach((key, definition) -> texts.byLocale().forEach((locale, contents) -> {
            var text = contents.get(key);
            if (text != null && !compiles(compiler, text, definition.contract())) {
                contents.remove(key);
                removed.add(new TextId(outline.catalog().value(), key.value(), locale.value()));
            }
        }));
        return removed;
    }

    /** ICU throws exceptions of several types, depending on the mistake. */
    private static boolean compiles(PublishedLocale compiler, TextContent text, ArgumentContract contract) {
        try {
            PatternText.of(text.syntax(), text.message()).withNames(contract);
            compiler.compile(text.syntax(), text.message(), contract);
            compiler.compile(text.syntax(), text.description(), contract);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Returns a snapshot with some locales of the draft, but no messages, to compile and render other texts. */
    public Snapshot withoutMessages(DraftOutline outline, Set<LocaleTag> locales) {
        return Snapshot.ofDraft(outline.withoutMessages(), outline.title(), withSource(outline, locales), clock.instant());
    }

    private static SortedSet<LocaleTag> withSource(DraftOutline outline, Set<LocaleTag> locales) {
        var all = new TreeSet<>(locales);
        all.add(outline.offered().source());
        return all;
    }

    /** The messages that are not retired, and the texts of some locales, which can be removed. */
    private record DraftTexts(Map<MessageKey, Message.Definition> definitions, Map<LocaleTag, Map<MessageKey, TextContent>> byLocale) {
        Draft toDraft(DraftOutline outline) {
            var withSource = new LinkedHashMap<>(definitions);
            withSource.keySet().retainAll(byLocale.get(outline.offered().source()).keySet());
            return new Draft(outline.catalog(), outline.offered().source(), outline.locales(), withSource, byLocale);
        }
    }

    private DraftTexts readTexts(DraftOutline outline, Set<LocaleTag> locales) {
        var empty = outline.withoutMessages();
        var textsByLocale = new TreeMap<LocaleTag, Map<MessageKey, TextContent>>();
        locales.stream().flatMap(it -> empty.fallbackChain(it).stream()).distinct().forEach(it -> textsByLocale.put(it,
                new HashMap<>(texts.findContents(outline.catalog(), it, EnumSet.allOf(TextState.class)))));
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        for (var message : messages.findAll(outline.catalog())) {
            if (message.definition().lifecycle().stage() != Lifecycle.RETIRED) {
                definitions.put(message.key(), message.definition());
            }
        }
        return new DraftTexts(definitions, textsByLocale);
    }
}
