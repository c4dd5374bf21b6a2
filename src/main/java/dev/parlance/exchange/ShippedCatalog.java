package dev.parlance.exchange;

import dev.parlance.catalog.CatalogName;
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

/** A catalog that comes with the service, read from the class path. */
public record ShippedCatalog(CatalogName name, CatalogContent content) {

    public static ShippedCatalog load(String name) {
        return new ShippedCatalog(new CatalogName(name),
                new FolderFormat().read(file -> bytes("/translations/" + name + "/" + file)));
    }

    /** As if people had typed it and nobody changed it since. */
    public Draft draft() {
        var wordings = new HashMap<LocaleTag, Map<MessageKey, MessageText.TextContent>>();
        content.texts().forEach((locale, texts) -> texts.forEach((key, text) ->
                wordings.computeIfAbsent(locale, it -> new HashMap<>()).put(new MessageKey(key), content(text))));
        return new Draft(name, content.sourceLocale(), new TreeSet<>(content.texts().keySet()), definitions(), wordings);
    }

    /** In order. */
    Map<MessageKey, Message.Definition> definitions() {
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        for (var message : content.messages()) {
            definitions.put(new MessageKey(message.key()), definition(definitions.size(), message));
        }
        return definitions;
    }

    static MessageText.TextContent content(TextEntry text) {
        return new MessageText.TextContent(text.syntax(), text.message(), text.description());
    }

    private static Message.Definition definition(int position, MessageEntry message) {
        return new Message.Definition(position, message.code(), message.reason(), message.httpStatus(), message.contract(),
                Tags.of(message.tags()));
    }

    private static byte[] bytes(String path) {
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
