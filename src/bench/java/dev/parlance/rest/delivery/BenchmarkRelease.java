package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Draft;
import dev.parlance.publishing.release.FrozenLocale;
import dev.parlance.publishing.release.ReleaseContent;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A release with German messages of two arguments and the keys {@code order-limit-0}, {@code order-limit-1} and so on. */
final class BenchmarkRelease {
    private static final LocaleTag DE = LocaleTag.parse("de");

    private BenchmarkRelease() {
    }

    static Snapshot load(int messages) {
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        var texts = new HashMap<MessageKey, TextContent>();
        var contract = new ArgumentContract(List.of(new Argument("limit", ArgumentType.NUMBER, "5"),
                new Argument("interval", ArgumentType.STRING, "10s")));
        for (int i = 0; i < messages; i++) {
            var key = new MessageKey("order-limit-" + i);
            definitions.put(key, new Message.Definition(i, key.value(), "ORDER_LIMIT_" + i, 429, contract));
            texts.put(key, new TextContent(Syntax.ICU, "Zu viele Aufträge. Erlaubt sind {limit} in {interval}.", ""));
        }
        var catalog = new CatalogName("shop");
        var draft = new Draft(catalog, DE, new TreeSet<>(List.of(DE)), definitions, Map.of(DE, texts));
        var frozen = FrozenLocale.of(draft, DE, 1, null);
        return Snapshot.of(new ReleaseContent(catalog, 1, Instant.EPOCH, "Shop", DE, List.of(new ReleaseContent.LocaleContent(DE,
                frozen.bundleDigest(), frozen.referenceDigest(), Map.of(ContentEncoding.GZIP,
                ContentEncoding.GZIP.compress(frozen.bundleBytes())), ContentEncoding.GZIP.compress(frozen.reference())))), List.of());
    }
}
