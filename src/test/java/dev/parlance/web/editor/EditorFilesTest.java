package dev.parlance.web.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.publishing.blob.ContentEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditorFilesTest {
    private static final String SCRIPT = "export const t = 'text';".repeat(50);
    private static final Map<String, String> RESOURCES = Map.of("/META-INF/resources/app/index.html", "<meta content=\"{nonce}\">",
            "/META-INF/resources/app/assets/index-B1f.js", SCRIPT);

    private final List<String> read = new ArrayList<>();
    private final EditorFiles files = new EditorFiles(name -> {
        read.add(name);
        var resource = RESOURCES.get(name);
        return resource == null ? null : new ByteArrayInputStream(resource.getBytes(StandardCharsets.UTF_8));
    });

    @Test
    void readsPage() {
        assertThat(files.readPage()).contains("<meta content=\"{nonce}\">");
        assertThat(new EditorFiles(name -> null).readPage()).isEmpty();
    }

    @Test
    void compressesOnce() throws IOException {
        var asset = files.findAsset("index-B1f.js", Optional.of(ContentEncoding.GZIP)).orElseThrow();
        assertThat(asset.mediaType()).isEqualTo("text/javascript;charset=UTF-8");
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(asset.bytes()))) {
            assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(SCRIPT);
        }
        files.findAsset("index-B1f.js", Optional.of(ContentEncoding.GZIP));
        assertThat(read).hasSize(1);
    }

    @Test
    void sendsBrotliFileOfBuild() {
        var files = new EditorFiles(name -> new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
        var asset = files.findAsset("index-B1f.js", Optional.of(ContentEncoding.BROTLI)).orElseThrow();
        assertThat(asset.bytes()).asString(StandardCharsets.UTF_8).endsWith("/assets/index-B1f.js.br");
        assertThat(asset.mediaType()).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(asset.encoding()).contains(ContentEncoding.BROTLI);
    }

    @Test
    void leavesFileAsItIsForOtherClients() {
        var asset = files.findAsset("index-B1f.js", Optional.empty()).orElseThrow();
        assertThat(asset.encoding()).isEmpty();
        assertThat(asset.bytes()).asString(StandardCharsets.UTF_8).isEqualTo(SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent.js", "../index.html", "index-B1f.js.map", "index-B1f.js.br", "..", "", "a/b.js", "index.html"})
    void hasNoOtherFiles(String name) {
        assertThat(files.findAsset(name, Optional.of(ContentEncoding.GZIP))).isEmpty();
    }

    @Test
    void allowsOnlyOwnScriptsAndStyleSheetsWithNonce() {
        assertThat(EditorRoutes.contentSecurityPolicy("abc")).startsWith("default-src 'self';").contains("style-src 'self' 'nonce-abc';")
                .doesNotContain("unsafe-inline").doesNotContain("script-src").contains("frame-ancestors 'none'");
    }
}
