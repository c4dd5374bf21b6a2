package dev.parlance.publishing.delivery;

import dev.parlance.formats.BundleFormat;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The unmodified bundles of several locales as one document, which is never assembled in memory.
 *
 * @param digest   identifies the content: a digest of the catalog, the release and the digests of the bundles
 * @param segments the bytes of the document, in order; callers must not modify them
 */
public record CombinedBundles(Digest digest, List<byte[]> segments) {

    /** Combines bundles in the order of the locales. A locale that occurs repeatedly is included once. */
    public static CombinedBundles of(Snapshot snapshot, List<PublishedLocale> locales) {
        var distinct = locales.stream().distinct().toList();
        var segments = new ArrayList<byte[]>();
        segments.add(bytes("{\"catalog\":\"" + snapshot.catalog() + "\",\"release\":" + snapshot.release() + ",\"bundles\":["));
        for (int i = 0; i < distinct.size(); i++) {
            if (i > 0) {
                segments.add(bytes(","));
            }
            segments.add(distinct.get(i).bundle());
        }
        segments.add(bytes("]}"));
        var identity = Stream.concat(Stream.of("bundles", snapshot.catalog().value(), Integer.toString(snapshot.release())),
                distinct.stream().map(it -> it.digest().hex())).toList();
        return new CombinedBundles(Digest.of(identity), List.copyOf(segments));
    }

    /**
     * Combines derived bundles.
     *
     * @param format the client format, whose bundles do not name their locale; empty for canonical bundles
     */
    public static CombinedBundles of(Snapshot snapshot, Optional<BundleFormat> format, List<EncodedBundle> bundles) {
        var segments = new ArrayList<byte[]>();
        // This may run on the event loop, so the digests of the bundles are used instead of hashing their bytes again.
        var identity = new ArrayList<>(List.of("bundles", snapshot.catalog().value(), Integer.toString(snapshot.release())));
        var start = "{\"catalog\":\"" + snapshot.catalog() + "\",\"release\":" + snapshot.release() + ",\"bundles\":[";
        for (var bundle : bundles) {
            var header = start + (format.isEmpty() ? "" : "{\"locale\":\"" + bundle.locale() + "\",\"messages\":");
            segments.add(bytes(header));
            segments.add(bundle.identity());
            identity.add(header);
            identity.add(bundle.digest().hex());
            start = (format.isEmpty() ? "" : list("lossy", bundle.lossy()) + list("missing", bundle.missing()) + "}") + ",";
        }
        var end = start.substring(0, start.length() - 1) + "]}";
        segments.add(bytes(end));
        identity.add(end);
        return new CombinedBundles(Digest.of(identity), List.copyOf(segments));
    }

    /** Returns a member with keys, which contain no characters that JSON escapes; empty if there are none. */
    private static String list(String name, Set<String> keys) {
        return keys.isEmpty() ? "" : ",\"" + name + "\":" + keys.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    /** Returns the length of the document in bytes. */
    public long length() {
        return segments.stream().mapToLong(it -> it.length).sum();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
