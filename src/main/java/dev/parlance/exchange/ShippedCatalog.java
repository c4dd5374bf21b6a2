package dev.parlance.exchange;

import dev.parlance.catalog.Advice;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.GrpcStatus;
import dev.parlance.catalog.LifecycleInfo;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.Tags;
import dev.parlance.formats.CatalogContent;
import dev.parlance.formats.MessageEntry;
import dev.parlance.formats.TextEntry;
import dev.parlance.formats.folder.FolderFormat;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.release.Draft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** A catalog that is shipped with the service, read from the class path. */
public record ShippedCatalog(CatalogName name, CatalogContent toContent) {

    public static ShippedCatalog load(String name) {
        return new ShippedCatalog(new CatalogName(name),
                new FolderFormat().read(file -> readResource("/translations/" + name + "/" + file)));
    }

    /** Returns the draft that an unmodified import of this catalog creates. */
    public Draft toDraft() {
        var contents = new HashMap<LocaleTag, Map<MessageKey, MessageText.TextContent>>();
        toContent.texts().forEach((locale, texts) -> texts.forEach((key, text) ->
                contents.computeIfAbsent(locale, it -> new HashMap<>()).put(new MessageKey(key), toContent(text))));
        return new Draft(name, toContent.sourceLocale(), new TreeSet<>(toContent.texts().keySet()), definitions(), contents);
    }

    /** Returns the definitions in catalog order. */
    Map<MessageKey, Message.Definition> definitions() {
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        for (var message : toContent.messages()) {
            definitions.put(new MessageKey(message.key()), toDefinition(definitions.size(), message));
        }
        return definitions;
    }

    static MessageText.TextContent toContent(TextEntry text) {
        return new MessageText.TextContent(text.syntax(), text.message(), text.description());
    }

    private static Message.Definition toDefinition(int position, MessageEntry message) {
        return new Message.Definition(position, message.code(), message.reason(), message.httpStatus(),
                message.grpcStatus().map(GrpcStatus::valueOf).orElse(null), message.contract(), Tags.of(message.tags()),
                LifecycleInfo.ACTIVE, Advice.NONE, null, null);
    }

    private static byte[] readResource(String path) {
        try (var in = ShippedCatalog.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
