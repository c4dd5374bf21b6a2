package dev.parlance.client;

import dev.parlance.client.format.TextOutput;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The texts of one catalog. Thread-safe; an app creates one instance and keeps it.
 *
 * <p>Texts come from memory. The client reads releases in the background, and a failure keeps the last verified release. Every call
 * returns a text: that of the message, or else the key.
 */
public final class Parlance implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Parlance.class.getName());

    private final ZoneId zone;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final List<IntConsumer> listeners = new CopyOnWriteArrayList<>();
    private volatile Release release;
    /** Set once by the builder, before any other thread has the instance. */
    private Following following;

    /** The background work of a client. */
    interface Following {
        CompletableFuture<Void> refresh();

        void close();
    }

    /** @param initial from a cache or seed; null if there is none */
    Parlance(Release initial, ZoneId zone) {
        this.zone = zone;
        this.release = initial;
        if (initial != null) {
            ready.complete(null);
        }
    }

    void follow(Following background) {
        this.following = background;
    }

    public static ParlanceBuilder builder() {
        return new ParlanceBuilder();
    }

    /** Returns the text of a message without arguments in the first locale. */
    public String text(String key) {
        return text(key, Collections.emptyMap());
    }

    /**
     * Returns the text of a message in the first locale; the key if there is no such message.
     *
     * @param arguments by name: strings for arguments of type {@code string}, numbers for {@code number}, {@link java.time.Instant},
     *                  {@link java.util.Date} or ISO 8601 strings for {@code datetime}, {@link dev.parlance.client.format.Amount} or
     *                  {@code "12.50 USD"} for {@code currency}. A missing one stays visible as {@code {name}}.
     */
    public String text(String key, Map<String, ?> arguments) {
        Release current = release;
        return current == null ? key : format(current.first(), key, arguments);
    }

    /** Returns the text of a message in the loaded locale that matches best, or else in the first one. */
    public String text(Locale locale, String key, Map<String, ?> arguments) {
        return text(locale.toLanguageTag(), key, arguments);
    }

    /** @param acceptLanguage a language tag, or the value of an {@code Accept-Language} header */
    public String text(String acceptLanguage, String key, Map<String, ?> arguments) {
        Release current = release;
        return current == null ? key : format(current.match(acceptLanguage), key, arguments);
    }

    private String format(LocaleTexts texts, String key, Map<String, ?> arguments) {
        TextOutput text = texts.format(key, arguments, zone);
        return text == null ? key : text.toString();
    }

    /**
     * Returns the ICU pattern of a message; empty if there is no such message.
     *
     * @param acceptLanguage a language tag, or the value of an {@code Accept-Language} header
     */
    public Optional<String> pattern(String acceptLanguage, String key) {
        Release current = release;
        return current == null ? Optional.empty() : Optional.ofNullable(current.match(acceptLanguage).bundle().pattern(key));
    }

    /** Returns the keys of all messages, sorted. */
    public List<String> keys() {
        Release current = release;
        return current == null ? Collections.emptyList() : current.first().bundle().keys();
    }

    /** Returns the offered locale that is used for a language tag or an {@code Accept-Language} header; empty without a release. */
    public Optional<String> locale(String acceptLanguage) {
        Release current = release;
        return current == null ? Optional.empty() : Optional.of(current.match(acceptLanguage).bundle().locale());
    }

    /** Returns the language of the texts of the first locale; empty without a release. */
    public Optional<String> locale() {
        Release current = release;
        return current == null ? Optional.empty() : Optional.of(current.first().bundle().locale());
    }

    /** Localizes an error in the first locale. */
    public LocalizedProblem problem(String body) {
        Release current = release;
        return localize(current == null ? null : current.first(), ErrorBody.read(body));
    }

    /**
     * Localizes an error: a problem document (RFC 9457), a {@code google.rpc.Status}, or an object with a code.
     *
     * <p>The message is the first one whose key is the body's key, code, reason or last part of its type. If the body lacks arguments of
     * this message, its own text is returned, because a text with unfilled placeholders is of less use.
     */
    public LocalizedProblem problem(String acceptLanguage, String body) {
        Release current = release;
        return localize(current == null ? null : current.match(acceptLanguage), ErrorBody.read(body));
    }

    /** Localizes an error that is already parsed, in the first locale. */
    public LocalizedProblem problem(Map<String, ?> body) {
        Release current = release;
        return localize(current == null ? null : current.first(), ErrorBody.of(body));
    }

    private LocalizedProblem localize(LocaleTexts texts, ErrorBody error) {
        for (String key : error.keys()) {
            TextOutput text = texts == null ? null : texts.format(key, error.arguments(), zone);
            if (text != null) {
                return text.isComplete() || error.text() == null
                        ? new LocalizedProblem(key, text.toString(), texts.bundle().languageOf(key))
                        : new LocalizedProblem(key, error.text(), null);
            }
        }
        String text = error.text() != null ? error.text() : error.keys().isEmpty() ? "" : error.keys().get(0);
        return new LocalizedProblem(null, text, null);
    }

    /** Returns the number of the current release; empty as long as there is none. */
    public OptionalInt release() {
        Release current = release;
        return current == null ? OptionalInt.empty() : OptionalInt.of(current.number());
    }

    /** Waits until there is a release, from the cache, a seed or the service. */
    public boolean awaitReady(Duration timeout) throws InterruptedException {
        try {
            ready.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) { // never completed exceptionally
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads the release now. The client does so on its own; an app can call it when it comes to the foreground.
     *
     * @return completed exceptionally if the release could not be read. The texts remain.
     */
    public CompletableFuture<Void> refresh() {
        return following.refresh();
    }

    /**
     * Calls a listener on a background thread after each change of the release.
     *
     * @param listener receives the number of the release
     * @return removes the listener
     */
    public Runnable onChange(IntConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    Release current() {
        return release;
    }

    void replace(Release next) {
        // Listeners that are added after this call are not called for this release.
        List<IntConsumer> present = new ArrayList<>(listeners);
        release = next;
        ready.complete(null);
        for (IntConsumer listener : present) {
            try {
                listener.accept(next.number());
            } catch (RuntimeException e) { // one listener must not stop the others or the client
                LOG.log(Level.WARNING, e, () -> "A listener failed.");
            }
        }
    }

    /** Ends the background work. The texts remain available. */
    @Override
    public void close() {
        following.close();
    }
}
