package dev.parlance.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A catalog of its own for a contract test, and shortcuts that add rows to it without any use case. */
public final class CatalogRows {
    public static final LocaleTag EN = LocaleTag.parse("en");
    public static final LocaleTag DE = LocaleTag.parse("de");
    public static final LocaleTag AR = LocaleTag.parse("ar");
    public static final LocaleTag JA = LocaleTag.parse("ja");
    public static final LocaleTag PL = LocaleTag.parse("pl");

    public final CatalogName name = new CatalogName("rows-" + UUID.randomUUID());
    public final CatalogPorts ports;
    private final LocaleTag sourceLocale;

    /** Rolls back what a test must not leave to the workers in the background. */
    private static final class IntendedRollback extends RuntimeException {
    }

    public CatalogRows(CatalogPorts ports, LocaleTag sourceLocale) {
        this.ports = ports;
        this.sourceLocale = sourceLocale;
        run(() -> {
            var catalog = ports.catalogs().lockOrCreate(name, "Rows", sourceLocale);
            Stream.of(sourceLocale, AR, DE, JA, PL).distinct().forEach(it -> catalog.offerLocale(it, false));
            ports.catalogs().save(catalog);
        });
    }

    public <T> T call(Supplier<T> action) {
        return ports.transactions().call(action);
    }

    public void run(Runnable action) {
        ports.transactions().call(() -> {
            action.run();
            return true;
        });
    }

    public void runAndRollBack(Runnable action) {
        assertThatThrownBy(() -> run(() -> {
            action.run();
            throw new IntendedRollback();
        })).isInstanceOf(IntendedRollback.class);
    }

    public Catalog catalog() {
        return ports.catalogs().find(name).orElseThrow();
    }

    public static MessageKey key(String value) {
        return new MessageKey(value);
    }

    public static List<MessageKey> keys(String... values) {
        return Stream.of(values).map(MessageKey::new).toList();
    }

    /** A definition whose code is the key and whose reason is the key in upper case. */
    public static Message.Definition definition(int position, String key) {
        var reason = "R_" + key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return new Message.Definition(position, key, reason, 400, ArgumentContract.EMPTY);
    }

    public static Message.Definition retired(Message.Definition definition) {
        return definition.withStage(Lifecycle.RETIRED);
    }

    public Message addMessage(String key, int position) {
        return addMessage(key, definition(position, key));
    }

    public Message addMessage(String key, Message.Definition definition) {
        var message = new Message(name, key(key), definition);
        ports.messages().add(message);
        return message;
    }

    /** A translation of the present source text without findings. */
    public MessageText addText(String key, LocaleTag locale, String message) {
        return addText(key, locale, message, TextState.TRANSLATED);
    }

    public MessageText addText(String key, LocaleTag locale, String message, TextState state) {
        var text = addUnchecked(key, locale, message, state);
        text.recordFindings(0, 0);
        return text;
    }

    public MessageText addUnchecked(String key, LocaleTag locale, String message, TextState state) {
        var text = new MessageText(name, key(key), locale, 0);
        text.updateContent(content(message), state, sourceHash(key, locale), Confirmations.NONE, "ann");
        ports.texts().add(text);
        return text;
    }

    private @Nullable String sourceHash(String key, LocaleTag locale) {
        return locale.equals(sourceLocale) ? null
                : ports.texts().find(name, key(key), sourceLocale).map(it -> it.content().contentHash()).orElse("none");
    }

    public static TextContent content(String message) {
        return new TextContent(Syntax.PLAIN, message, "");
    }
}
