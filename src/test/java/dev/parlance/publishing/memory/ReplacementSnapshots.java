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

/** Creates large snapshots that take the place of served ones, without a database. */
public final class ReplacementSnapshots {
    /** The key of a message with a text of almost the maximum length and an argument that occurs often. */
    public static final String LONG_KEY = "long";

    /** A code that half of the messages share. */
    public static final String SHARED_CODE = "SHARED";

    private ReplacementSnapshots() {
    }

    /** Returns a snapshot that replaces the served one unnoticed, because it has the same release, locales and time of creation. */
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
}
