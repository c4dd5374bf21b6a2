package dev.parlance.publishing.memory;

import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.Draft;
import dev.parlance.publishing.release.FrozenLocale;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Snapshots whose bundles are large, without a release of that size. */
public final class LargeSnapshots {
    private LargeSnapshots() {
    }

    /** Returns a snapshot that takes the place of another one, with one text of this length in each locale. */
    public static Snapshot inPlaceOf(Snapshot original, List<LocaleTag> locales, int length) {
        var key = new MessageKey("long");
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        definitions.put(key, new Message.Definition(0, "long", "LONG", 400, ArgumentContract.EMPTY));
        var source = locales.get(0);
        var texts = Map.of(source, Map.of(key, new TextContent(Syntax.PLAIN, "x".repeat(length), "")));
        var draft = new Draft(original.catalog(), source, new TreeSet<>(locales), definitions, texts);
        var documents = locales.stream().map(it -> Snapshot.LocaleDocuments.of(FrozenLocale.of(draft, it, 1, null))).toList();
        return new Snapshot(new Snapshot.SnapshotSource(original.catalog(), original.title(), source, original.release(),
                original.createdAt(), documents));
    }
}
