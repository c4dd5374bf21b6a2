package dev.parlance.client;

import dev.parlance.client.format.TextFormatter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the release of a channel, or a pinned one. Used by one thread at a time.
 *
 * <p>Every bundle is verified: a complete one by the digest in its ETag or in the manifest of the release, and the result of a delta by
 * the manifest. If the result differs, the complete bundle is read instead.
 */
final class ReleaseFetcher {
    private static final int MAX_ATTEMPTS = 3;
    private static final int NOT_FOUND = 404;
    private static final int NOT_MODIFIED = 304;

    private final CatalogApi api;
    private final String catalog;
    private final String channel;
    private final List<LocaleRequest> locales;
    private final TextFormatter formatter;
    private final LocaleMatching matching;
    /** The entity tags of the last responses, by URL. */
    private final Map<String, String> entityTags = new HashMap<>();

    /** @param channel null if the release is pinned */
    ReleaseFetcher(CatalogApi api, String catalog, String channel, List<LocaleRequest> locales, TextFormatter formatter,
            LocaleMatching matching) {
        this.api = api;
        this.catalog = catalog;
        this.channel = channel;
        this.locales = locales;
        this.formatter = formatter;
        this.matching = matching;
    }

    /** A bundle and the release that delivered it. */
    private static final class Located {
        private final int release;
        private final LocaleTexts texts;

        Located(int release, LocaleTexts texts) {
            this.release = release;
            this.texts = texts;
        }
    }

    /**
     * Returns the release that the channel points to.
     *
     * @param current the release that the client has, or null
     * @throws IOException if a response is missing, wrong or not verified. The caller keeps the current release.
     */
    Release fetchChannel(Release current) throws IOException {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Map<String, LocaleTexts> texts = new LinkedHashMap<>();
            int release = -1;
            boolean mixed = false;
            for (LocaleRequest locale : locales) {
                Located located = fetch(locale, current);
                mixed |= release >= 0 && located.release != release;
                release = located.release;
                texts.put(locale.value(), located.texts);
            }
            if (!mixed) {
                return new Release(release, texts, matching);
            }
        }
        throw new IOException("the channel moved during each of " + MAX_ATTEMPTS + " attempts");
    }

    private Located fetch(LocaleRequest locale, Release current) throws IOException {
        try {
            return fetch(locale, locale.isNegotiated(), current, true);
        } catch (ServiceException e) {
            if (e.status() != NOT_FOUND || locale.isNegotiated()) {
                throw e;
            }
            // No offered locale matches. The negotiated bundle is that of the source locale.
            return fetch(locale, true, current, true);
        }
    }

    private Located fetch(LocaleRequest locale, boolean negotiated, Release current, boolean conditional) throws IOException {
        LocaleTexts known = current == null ? null : current.requested(locale);
        List<String> parameters = new ArrayList<>();
        if (!channel.equals("production")) {
            parameters.add("channel=" + CatalogApi.encode(channel));
        }
        if (known != null && conditional) {
            parameters.add("since=" + current.number());
        }
        String path = "bundles/" + (negotiated ? "auto" : CatalogApi.encode(locale.value()))
                + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
        Map<String, String> headers = new HashMap<>();
        if (negotiated) {
            headers.put("Accept-Language", locale.value());
        }
        String tagKey = path + " " + locale.value();
        String tag = entityTags.get(tagKey);
        if (tag != null && known != null && conditional) {
            headers.put("If-None-Match", tag);
        }
        Reply reply = api.get(path, headers);
        if (reply.status() == NOT_MODIFIED) {
            boolean same = tag != null && known != null && (reply.release() == null || reply.release() == current.number());
            return same ? new Located(current.number(), known) : fetch(locale, negotiated, current, requireConditional(conditional));
        }
        Located located = read(reply, known, current);
        if (located == null) {
            return fetch(locale, negotiated, current, requireConditional(conditional));
        }
        if (located.release == (current == null ? -1 : current.number())) {
            entityTags.put(tagKey, reply.header("ETag"));
        } else {
            entityTags.clear();
        }
        return located;
    }

    /** Fails for an unconditional request, which has no base to which a delta or a 304 could refer. */
    private static boolean requireConditional(boolean conditional) throws IOException {
        if (!conditional) {
            throw new IOException("an unconditional request was answered by a delta or a 304");
        }
        return false;
    }

    /** Returns null if the response is a delta to another bundle. */
    private Located read(Reply reply, LocaleTexts known, Release current) throws IOException {
        Map<String, Object> document = Json.readObject(reply.verifiedBody());
        String locale = Json.string(document, "locale");
        if (!catalog.equals(Json.string(document, "catalog"))) {
            throw new IOException("a bundle of another catalog");
        }
        int release = reply.release() == null ? Json.integer(document, "release") : reply.release();
        if (!document.containsKey("since")) {
            String digest = reply.entityDigest() == null ? manifestDigest(release, locale) : reply.entityDigest();
            return new Located(release, reuse(known, Bundle.read(catalog, reply.body(), digest)));
        }
        boolean matches = known != null && Json.integer(document, "since") == current.number()
                && Json.integer(document, "release") == release && known.bundle().locale().equals(locale);
        return matches ? new Located(release, apply(document, release, known)) : null;
    }

    private LocaleTexts apply(Map<String, Object> delta, int release, LocaleTexts known) throws IOException {
        if (Json.object(delta, "changed").isEmpty() && Json.array(delta, "removed").isEmpty()) {
            return known;
        }
        String locale = known.bundle().locale();
        String digest = manifestDigest(release, locale);
        Bundle changed = known.bundle().apply(delta, release);
        // The content can be older than the release, for example after a rollback. Then only the complete bundle has the digest.
        return new LocaleTexts(changed.digest().equals(digest) ? changed : readPinned(release, locale, digest), formatter);
    }

    private LocaleTexts reuse(LocaleTexts known, Bundle bundle) {
        return known != null && known.bundle().digest().equals(bundle.digest()) ? known : new LocaleTexts(bundle, formatter);
    }

    private Bundle readPinned(int release, String locale, String digest) throws IOException {
        Reply reply = api.get("releases/" + release + "/bundles/" + CatalogApi.encode(locale), Collections.emptyMap());
        return Bundle.read(catalog, reply.body(), digest);
    }

    private String manifestDigest(int release, String locale) throws IOException {
        String digest = readManifest(release).digests.get(locale);
        if (digest == null) {
            throw new IOException("release " + release + " has no locale " + locale);
        }
        return digest;
    }

    private static final class Manifest {
        private final String sourceLocale;
        private final Map<String, String> digests;

        Manifest(String sourceLocale, Map<String, String> digests) {
            this.sourceLocale = sourceLocale;
            this.digests = digests;
        }
    }

    private Manifest readManifest(int release) throws IOException {
        Map<String, Object> document = api.get("releases/" + release, Collections.emptyMap()).json();
        if (!catalog.equals(Json.string(document, "catalog")) || Json.integer(document, "release") != release) {
            throw new IOException("a manifest of another release");
        }
        Map<String, String> digests = new LinkedHashMap<>();
        for (Object item : Json.array(document, "bundles")) {
            Map<?, ?> bundle = (Map<?, ?>) item;
            digests.put(String.valueOf(bundle.get("locale")), Digests.withoutPrefix(String.valueOf(bundle.get("digest"))));
        }
        return new Manifest(Json.string(document, "sourceLocale"), digests);
    }

    /** Returns a pinned release. Its manifest lists the offered locales, among which the client selects. */
    Release fetchPinned(int release) throws IOException {
        Manifest manifest = readManifest(release);
        Map<String, LocaleTexts> texts = new LinkedHashMap<>();
        for (LocaleRequest request : locales) {
            String best = matching.findBest(request.value(), manifest.digests.keySet());
            String locale = best == null ? manifest.sourceLocale : best;
            texts.put(request.value(), new LocaleTexts(readPinned(release, locale, manifest.digests.get(locale)), formatter));
        }
        return new Release(release, texts, matching);
    }
}
