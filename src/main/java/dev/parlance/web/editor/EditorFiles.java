package dev.parlance.web.editor;

import dev.parlance.publishing.blob.ContentEncoding;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The built files of the editor. The build compresses them with Brotli; other encodings are created at the first request. */
@Singleton
final class EditorFiles {
    private static final String FOLDER = "/META-INF/resources/app/";
    private static final Pattern ASSET_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.(js|css|woff2|svg)");
    private static final Map<String, String> MEDIA_TYPES = Map.of("js", "text/javascript;charset=UTF-8", "css", "text/css;charset=UTF-8",
            "woff2", "font/woff2", "svg", "image/svg+xml");

    private final Function<String, @Nullable InputStream> resources;
    private final Map<Version, byte[]> compressed = new ConcurrentHashMap<>();

    /** A file name with a content encoding. */
    private record Version(String name, ContentEncoding encoding) {
    }

    /**
     * A file in the form in which it is sent.
     *
     * @param encoding empty if it is not compressed
     */
    record Asset(String mediaType, Optional<ContentEncoding> encoding, byte[] bytes) {
    }

    EditorFiles() {
        this(EditorFiles.class::getResourceAsStream);
    }

    EditorFiles(Function<String, @Nullable InputStream> resources) {
        this.resources = resources;
    }

    /** Returns the page of the editor; empty if the editor was not built. */
    Optional<String> readPage() {
        return read("index.html").map(it -> new String(it, StandardCharsets.UTF_8));
    }

    /** Returns a script, style sheet, font or image, compressed if possible. It is read on the first request. */
    Optional<Asset> findAsset(String name, Optional<ContentEncoding> encoding) {
        if (!ASSET_NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        var mediaType = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        var cached = encoding.map(it -> compressed.get(new Version(name, it)));
        if (cached.isPresent()) {
            return Optional.of(new Asset(mediaType, encoding, cached.get()));
        }
        return read("assets/" + name).map(bytes -> new Asset(mediaType, encoding, encoding.map(it -> compress(name, it, bytes)).orElse(bytes)));
    }

    private byte[] compress(String name, ContentEncoding encoding, byte[] bytes) {
        return compressed.computeIfAbsent(new Version(name, encoding), it -> readCompressed(it).orElseGet(() -> encoding.compress(bytes)));
    }

    private Optional<byte[]> readCompressed(Version version) {
        return version.encoding() == ContentEncoding.BROTLI ? read("assets/" + version.name() + ".br") : Optional.empty();
    }

    private Optional<byte[]> read(String file) {
        try (var resource = resources.apply(FOLDER + file)) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
