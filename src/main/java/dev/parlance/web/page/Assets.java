package dev.parlance.web.page;

import dev.parlance.publishing.blob.Digest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The style sheets and images of the pages. Their addresses contain a digest of the content, so that they can be cached indefinitely. */
@Singleton
public final class Assets {
    public static final String PREFIX = "/assets/";
    private static final Map<String, String> MEDIA_TYPES = Map.of("css", "text/css;charset=UTF-8", "svg", "image/svg+xml");
    private static final List<String> FILES = List.of("tokens.css", "pages.css", "icon.svg");
    private static final int DIGEST_LENGTH = 12;

    private final Map<String, Asset> byName = FILES.stream().map(Assets::read).collect(Collectors.toMap(Asset::name, Function.identity()));
    private final Map<String, String> paths = byName.values().stream()
            .collect(Collectors.toUnmodifiableMap(Asset::file, it -> PREFIX + it.name()));

    /**
     * A file.
     *
     * @param file name of the file in the resources
     * @param name name with the digest
     */
    public record Asset(String file, String name, String mediaType, String content) {
    }

    /** Returns the paths of the files by resource name. */
    public Map<String, String> paths() {
        return paths;
    }

    /** Returns the file with a name that contains its digest; empty if it does not exist. */
    public Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static Asset read(String file) {
        try (var in = Assets.class.getResourceAsStream("/web/" + file)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + file);
            }
            var bytes = in.readAllBytes();
            int dot = file.lastIndexOf('.');
            var name = file.substring(0, dot) + "-" + Digest.of(bytes).hex().substring(0, DIGEST_LENGTH) + file.substring(dot);
            return new Asset(file, name, MEDIA_TYPES.get(file.substring(dot + 1)), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
