package dev.parlance.client;

import dev.parlance.client.format.SimpleFormatter;
import dev.parlance.client.format.TextFormatter;
import dev.parlance.client.http.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The configuration of a client. {@link #url}, {@link #catalog} and a locale are required. */
public final class ParlanceBuilder {
    private String url;
    private String catalog;
    private String channel = "production";
    private Integer release;
    private final List<LocaleRequest> locales = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] seed;
    private PublicKey seedKey;
    private Path storage;
    private ZoneId timeZone = ZoneOffset.UTC;
    private Duration timeout = Duration.ofSeconds(10);
    private Duration pollInterval = Duration.ofMinutes(1);
    private Duration retryInterval = Duration.ofSeconds(1);
    private boolean events = true;
    private Transport transport;
    private TextFormatter formatter;
    private LocaleMatching matching;

    ParlanceBuilder() {
    }

    /** The address of the service, such as {@code https://texts.example}. */
    public ParlanceBuilder url(String value) {
        url = Objects.requireNonNull(value);
        return this;
    }

    public ParlanceBuilder catalog(String value) {
        catalog = Objects.requireNonNull(value);
        return this;
    }

    /** Adds a locale, as a language tag. The first one is the default of the client; a back end adds all locales of its users. */
    public ParlanceBuilder locale(String tag) {
        locales.add(LocaleRequest.ofTag(tag));
        return this;
    }

    /** Adds several locales. All of them are always of the same release. */
    public ParlanceBuilder locales(String... tags) {
        for (String tag : tags) {
            locale(tag);
        }
        return this;
    }

    /** Lets the service select the locale. @param acceptLanguage the languages of the user, such as {@code ja, en;q=0.5} */
    public ParlanceBuilder negotiate(String acceptLanguage) {
        locales.add(LocaleRequest.ofHeader(acceptLanguage));
        return this;
    }

    /** The channel to follow; {@code production} by default. */
    public ParlanceBuilder channel(String value) {
        channel = Objects.requireNonNull(value);
        return this;
    }

    /** Pins a release. The client then does not follow a channel. */
    public ParlanceBuilder release(int number) {
        release = number;
        return this;
    }

    /** The content of a seed file, which is the first release if the cache has none. */
    public ParlanceBuilder seed(byte[] file) {
        seed = file.clone();
        return this;
    }

    public ParlanceBuilder seed(String file) {
        seed = file.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Requires a seed that is signed with this key. */
    public ParlanceBuilder seedKey(PublicKey key) {
        seedKey = key;
        return this;
    }

    /** The folder of the disk cache. Without it, nothing is stored. */
    public ParlanceBuilder storage(Path folder) {
        storage = folder;
        return this;
    }

    /** The time zone of dates and times; UTC by default, as in the service. */
    public ParlanceBuilder timeZone(ZoneId value) {
        timeZone = Objects.requireNonNull(value);
        return this;
    }

    /** Adds a header to each request, such as {@code Authorization} for a private catalog. */
    public ParlanceBuilder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The limit of each request, from connection to the last byte; 10 seconds by default. */
    public ParlanceBuilder timeout(Duration value) {
        timeout = value;
        return this;
    }

    /** The time between two polls; 1 minute by default, and five times as long while events are streamed. */
    public ParlanceBuilder pollInterval(Duration value) {
        pollInterval = value;
        return this;
    }

    /** The time until the first retry after a failure; 1 second by default. It doubles up to 5 minutes. */
    public ParlanceBuilder retryInterval(Duration value) {
        retryInterval = value;
        return this;
    }

    /** Whether to follow the event stream; {@code false} only polls. */
    public ParlanceBuilder events(boolean value) {
        events = value;
        return this;
    }

    /** The HTTP client; by default that of the JDK, or {@code HttpURLConnection} on Android. */
    public ParlanceBuilder transport(Transport value) {
        transport = value;
        return this;
    }

    /** The formatter; by default ICU4J if it is on the class path, or else {@link SimpleFormatter}. */
    public ParlanceBuilder formatter(TextFormatter value) {
        formatter = value;
        return this;
    }

    /** The selection of locales before the first response; by default with ICU4J if it is on the class path. */
    public ParlanceBuilder localeMatching(LocaleMatching value) {
        matching = value;
        return this;
    }

    /**
     * Creates the client and starts it. It has the release of the cache or the seed at once, and does not wait for the service.
     *
     * @throws IllegalStateException    if the URL, the catalog or a locale is missing
     * @throws IllegalArgumentException if the seed is damaged, belongs to another catalog, or lacks the required signature
     */
    public Parlance build() {
        if (url == null || catalog == null || locales.isEmpty()) {
            throw new IllegalStateException("url, catalog and a locale are required");
        }
        TextFormatter texts = formatter == null ? Platform.formatter() : formatter;
        LocaleMatching locale = matching == null ? Platform.localeMatching() : matching;
        DiskCache cache = storage == null ? null
                : new DiskCache(storage, catalog, release == null ? channel : "r" + release, locales);
        InitialRelease initial = new InitialRelease(locales, texts, locale, release);
        Seed shipped = readSeed();
        Parlance client = new Parlance(initial.select(cache, shipped), timeZone);
        Background background = new Background(client, cache, shipped == null ? 0 : shipped.release());
        CatalogApi api = background.api(url, catalog, headers, transport == null ? Platform.transport() : transport, timeout);
        ReleaseFetcher fetcher = new ReleaseFetcher(api, catalog, channel, new ArrayList<>(locales), texts, locale);
        background.start(api, fetcher, release, events ? channel : null, pollInterval, retryInterval);
        client.follow(background);
        return client;
    }

    private Seed readSeed() {
        if (seed == null) {
            return null;
        }
        try {
            if (seedKey != null) {
                SeedSignature.verify(seed, seedKey);
            }
            return Seed.read(catalog, seed);
        } catch (IOException e) {
            throw new IllegalArgumentException("The seed cannot be used.", e);
        }
    }
}
