package dev.parlance.publishing.memory;

import dev.parlance.catalog.CatalogName;
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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Creates catalogs whose texts attack the pages that show them. */
public final class HostileSnapshots {
    public static final LocaleTag SOURCE = LocaleTag.parse("en");
    /** A key that ends like a suffix. */
    public static final String KEY = "hostile.md";
    public static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> \u202eevil\u2066 {x";

    private HostileSnapshots() {
    }

    /** Returns a release with a hostile title, code, reason, argument, example, text and description in two languages. */
    public static Snapshot create() {
        return create(new CatalogName("hostile"), 1, Instant.EPOCH);
    }

    /** Returns this release with the number and creation time of the served one, to replace it in a test. */
    public static Snapshot replacing(Snapshot served) {
        return create(served.catalog(), served.release(), served.createdAt());
    }

    private static Snapshot create(CatalogName catalog, int release, Instant createdAt) {
        var contract = new ArgumentContract(List.of(new Argument("\"><img/src=x>", ArgumentType.STRING, SCRIPT)));
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        definitions.put(new MessageKey(KEY), new Message.Definition(0, "<script>alert(2)</script>", "EVIL_<script>", 400, contract));
        definitions.put(new MessageKey("formula"), new Message.Definition(1, "formula", "FORMULA", 500, ArgumentContract.EMPTY));
        var texts = Map.of(new MessageKey(KEY), new TextContent(Syntax.PLAIN, SCRIPT, "# [x](javascript:alert(1))\n" + SCRIPT),
                new MessageKey("formula"), new TextContent(Syntax.PLAIN, "=1+1,\"x\"\r\n", ""));
        var locales = new TreeSet<>(List.of(SOURCE, LocaleTag.parse("ar")));
        var draft = new Draft(catalog, SOURCE, locales, definitions, Map.of(SOURCE, texts, LocaleTag.parse("ar"), texts));
        var documents = draft.locales().stream()
                .map(it -> Snapshot.LocaleDocuments.of(FrozenLocale.of(draft, it, release, null))).toList();
        return new Snapshot(new Snapshot.SnapshotSource(catalog, SCRIPT, SOURCE, release, createdAt, documents));
    }
}
