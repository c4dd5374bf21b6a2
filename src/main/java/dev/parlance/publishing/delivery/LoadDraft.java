package dev.parlance.publishing.delivery;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.OfferedLocales;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Draft;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Loads the draft of a catalog as a snapshot, for callers who may read drafts.
 *
 * <p>It has all texts in any state, and all messages that are not retired. Messages without a text in the source locale are left out,
 * because they have no text to fall back to. Only the requested locales are loaded.
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

    /** Loads some locales of the draft, and the source locale. */
    public Snapshot load(DraftOutline outline, Set<LocaleTag> locales) {
        var draft = transactions.call(() -> readDraft(outline, withSource(outline, locales)));
        return Snapshot.ofDraft(draft, outline.title(), withSource(outline, locales), clock.instant());
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

    private Draft readDraft(DraftOutline outline, Set<LocaleTag> locales) {
        var empty = outline.withoutMessages();
        var textsByLocale = new HashMap<LocaleTag, Map<MessageKey, TextContent>>();
        locales.stream().flatMap(it -> empty.fallbackChain(it).stream()).distinct().forEach(it ->
                textsByLocale.put(it, texts.findContents(outline.catalog(), it, EnumSet.allOf(TextState.class))));
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        for (var message : messages.findAll(outline.catalog())) {
            if (message.definition().lifecycle().stage() != Lifecycle.RETIRED
                    && textsByLocale.get(outline.offered().source()).containsKey(message.key())) {
                definitions.put(message.key(), message.definition());
            }
        }
        return new Draft(outline.catalog(), outline.offered().source(), outline.locales(), definitions, textsByLocale);
    }
}
