package dev.parlance.publishing.files;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.release.ReleaseContent;
import dev.parlance.publishing.release.ReleaseContent.LocaleContent;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Encodes and decodes the payload of a {@link SnapshotFile}. An instance encodes or decodes one payload.
 *
 * <p>The fields follow in the order of the records; collections and byte arrays are preceded by their length. A document shared by
 * several releases is written at its first occurrence, and afterwards only as its digest. Decoded releases therefore share documents in
 * memory too.
 */
final class SnapshotCodec {
    private final Map<Digest, Map<ContentEncoding, byte[]>> bundles = new HashMap<>();
    private final Map<Digest, byte[]> references = new HashMap<>();

    void write(PersistedCatalog catalog, DataOutputStream out) throws IOException {
        out.writeUTF(catalog.catalog().value());
        out.writeBoolean(catalog.knownPublic());
        out.writeInt(catalog.channels().size());
        for (var channel : catalog.channels().entrySet()) {
            out.writeUTF(channel.getKey());
            out.writeInt(channel.getValue());
        }
        out.writeInt(catalog.releases().size());
        for (var release : catalog.releases()) {
            write(release, out);
        }
    }

    private void write(ReleaseContent release, DataOutputStream out) throws IOException {
        out.writeInt(release.release());
        out.writeLong(release.createdAt().getEpochSecond());
        out.writeInt(release.createdAt().getNano());
        out.writeUTF(release.title());
        out.writeUTF(release.sourceLocale().value());
        out.writeInt(release.locales().size());
        for (var locale : release.locales()) {
            write(locale, out);
        }
    }

    private void write(LocaleContent content, DataOutputStream out) throws IOException {
        out.writeUTF(content.locale().value());
        out.writeUTF(content.bundleDigest().hex());
        if (bundles.put(content.bundleDigest(), content.bundle()) == null) {
            out.writeInt(content.bundle().size());
            for (var encoded : content.bundle().entrySet()) {
                out.writeUTF(encoded.getKey().token());
                write(encoded.getValue(), out);
            }
        }
        out.writeUTF(content.referenceDigest().hex());
        if (references.put(content.referenceDigest(), content.reference()) == null) {
            write(content.reference(), out);
        }
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Decodes a payload.
     *
     * @param withVisibility whether the payload states if the catalog is public; false for format version 1
     * @throws IOException if the payload cannot be read, or is followed by trailing bytes
     */
    PersistedCatalog read(DataInputStream in, boolean withVisibility) throws IOException {
        var catalog = new CatalogName(in.readUTF());
        boolean knownPublic = withVisibility && in.readBoolean();
        var result = new PersistedCatalog(catalog, knownPublic, readChannels(in), readReleases(catalog, in));
        if (in.read() >= 0) {
            throw new IOException("trailing bytes after the payload");
        }
        return result;
    }

    private static SortedMap<String, Integer> readChannels(DataInputStream in) throws IOException {
        var channels = new TreeMap<String, Integer>();
        for (int remaining = in.readInt(); remaining > 0; remaining--) {
            channels.put(in.readUTF(), in.readInt());
        }
        return channels;
    }

    private List<ReleaseContent> readReleases(CatalogName catalog, DataInputStream in) throws IOException {
        var releases = new ArrayList<ReleaseContent>();
        for (int remaining = in.readInt(); remaining > 0; remaining--) {
            releases.add(new ReleaseContent(catalog, in.readInt(), Instant.ofEpochSecond(in.readLong(), in.readInt()), in.readUTF(),
                    new LocaleTag(in.readUTF()), readLocales(in)));
        }
        return releases;
    }

    private List<LocaleContent> readLocales(DataInputStream in) throws IOException {
        var locales = new ArrayList<LocaleContent>();
        for (int remaining = in.readInt(); remaining > 0; remaining--) {
            var locale = new LocaleTag(in.readUTF());
            var bundleDigest = new Digest(in.readUTF());
            var bundle = bundles.containsKey(bundleDigest) ? bundles.get(bundleDigest) : readBundle(in);
            bundles.put(bundleDigest, bundle);
            var referenceDigest = new Digest(in.readUTF());
            var reference = references.containsKey(referenceDigest) ? references.get(referenceDigest) : readBytes(in);
            references.put(referenceDigest, reference);
            locales.add(new LocaleContent(locale, bundleDigest, referenceDigest, bundle, reference));
        }
        return List.copyOf(locales);
    }

    private static Map<ContentEncoding, byte[]> readBundle(DataInputStream in) throws IOException {
        var bundle = new EnumMap<ContentEncoding, byte[]>(ContentEncoding.class);
        for (int remaining = in.readInt(); remaining > 0; remaining--) {
            bundle.put(ContentEncoding.fromToken(in.readUTF()), readBytes(in));
        }
        return Collections.unmodifiableMap(bundle);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
