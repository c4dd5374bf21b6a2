package dev.parlance.publishing.memory;

import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.Draft;
import dev.parlance.publishing.release.FrozenLocale;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Creates large snapshots without a database. */
public final class LargeSnapshots {
    /** The key of a message with a text of almost the maximum length and an argument that occurs often. */
    public static final String LONG_KEY = "long";

    /** A code that half of the messages share. */
    public static final String SHARED_CODE = "SHARED";

    private LargeSnapshots() {
    }

    /** Returns a snapshot with the release, locales and creation time of the served one, to replace it in a test. */
    public static Snapshot replacing(Snapshot served, int messages) {
        var contract = new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "5")));
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        Map<LocaleTag, Map<MessageKey, TextContent>> texts = new HashMap<>();
        served.offeredLocales().all().forEach(it -> texts.put(it, new HashMap<>()));
        for (int i = 0; i < messages; i++) {
            var key = new MessageKey(i == 0 ? LONG_KEY : "shop.order.message-" + i);
            var code = i % 2 == 0 ? SHARED_CODE : key.value();
            definitions.put(key, new Message.Definition(i, code, "R_" + i, 400, contract));
            var pattern = i == 0 ? "{n} {n, plural, one {# ordér} other {# ordérs}} ".repeat(80)
                    : "Tóo many new orders: the limit is {n, number} for customer " + i + ", please try again in a minute.";
            texts.forEach((locale, byKey) -> byKey.put(key, new TextContent(Syntax.ICU, pattern + locale, "What to do " + locale)));
        }
        var source = served.offeredLocales().source();
        var draft = new Draft(served.catalog(), source, new TreeSet<>(texts.keySet()), definitions, texts);
        var documents = draft.locales().stream()
                .map(it -> Snapshot.LocaleDocuments.of(FrozenLocale.of(draft, it, served.release(), null))).toList();
        return new Snapshot(new Snapshot.SnapshotSource(served.catalog(), served.title(), source, served.release(), served.createdAt(),
                documents));
    }

    /** Returns a replacement of a snapshot, with one text of this length in each locale. */
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
