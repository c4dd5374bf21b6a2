package dev.parlance.publishing.release;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.PortContract;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.CompressedBlob;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The behavior that all repositories of releases share. */
public abstract class ReleasesContract extends PortContract {
    private static final Instant CREATED_AT = Instant.parse("2026-01-02T03:04:05.678901Z");

    protected abstract PublishingPorts publishing();

    @Test
    public void findsNothingBeforeFirstRelease() {
        assertThat(rows.call(() -> publishing().releases().findLatest(rows.name))).isEmpty();
        assertThat(rows.call(() -> publishing().releases().find(rows.name, 1))).isEmpty();
        assertThat(rows.call(() -> publishing().releases().page(rows.name, Integer.MAX_VALUE, 9))).isEmpty();
        assertThat(rows.call(() -> publishing().releases().bundles(new ReleaseId(rows.name.value(), 1)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "żółw", "رسائل", "注文 😀"})
    public void returnsReleaseAsAdded(String comment) {
        rows.run(() -> publishing().releases().add(new Release(rows.catalog(), 1, CREATED_AT.plusNanos(999), "ann", comment), List.of()));
        var release = rows.call(() -> publishing().releases().find(rows.name, 1)).orElseThrow();
        assertThat(List.of(release.catalog(), release.number(), release.revision(), release.title(), release.sourceLocale(),
                release.comment()))
                .containsExactly(rows.name, 1, rows.call(() -> rows.catalog().revision()), "Rows", EN, comment);
        assertThat(release.createdAt()).isEqualTo(CREATED_AT);
        assertThat(release.createdBy()).contains("ann");
    }

    @Test
    public void findsLatestByNumber() {
        addReleases(2, 10, 9);
        assertThat(rows.call(() -> publishing().releases().findLatest(rows.name)).orElseThrow().number()).isEqualTo(10);
    }

    @Test
    public void pagesFromLatestToFirst() {
        addReleases(1, 2, 3, 10);
        assertThat(numbers(Integer.MAX_VALUE, 2)).containsExactly(10, 3);
        assertThat(numbers(3, 9)).containsExactly(2, 1);
        assertThat(numbers(1, 9)).isEmpty();
    }

    @Test
    public void returnsBundlesOfReleaseSortedByLocale() {
        rows.run(() -> publishing().releases().add(new Release(rows.catalog(), 1, CREATED_AT, "ann", ""),
                Stream.of(JA, AR, EN).map(it -> bundle(1, it)).toList()));
        var bundles = rows.call(() -> publishing().releases().bundles(new ReleaseId(rows.name.value(), 1)));
        assertThat(bundles).extracting(ReleaseBundle::locale).containsExactly(AR, EN, JA);
        var japanese = bundles.get(2);
        assertThat(japanese.changedIn()).isEqualTo(7);
        assertThat(List.of(japanese.bundle(), japanese.reference())).containsExactly(digest("bundle ja"), digest("reference ja"));
    }

    @Test
    public void rejectsNumberThatIsTaken() {
        addReleases(1);
        assertThatThrownBy(() -> addReleases(1)).isInstanceOf(RuntimeException.class);
    }

    private void addReleases(int... numbers) {
        rows.run(() -> {
            for (int number : numbers) {
                publishing().releases().add(new Release(rows.catalog(), number, CREATED_AT, "ann", ""), List.of());
            }
        });
    }

    private List<Integer> numbers(int before, int limit) {
        return rows.call(() -> publishing().releases().page(rows.name, before, limit)).stream().map(Release::number).toList();
    }

    /** Returns a bundle whose blobs are stored. */
    private ReleaseBundle bundle(int release, LocaleTag locale) {
        return new ReleaseBundle(new ReleaseId(rows.name.value(), release), locale, 7, store("bundle " + locale),
                store("reference " + locale));
    }

    private static Digest digest(String document) {
        return Digest.of(document.getBytes(StandardCharsets.UTF_8));
    }

    private Digest store(String document) {
        var bytes = document.getBytes(StandardCharsets.UTF_8);
        var digest = Digest.of(bytes);
        CompressedBlob.compressAll(List.of(new CompressedBlob.UncompressedBlob(digest, bytes, List.of(ContentEncoding.GZIP))))
                .forEach(publishing().blobs()::add);
        return digest;
    }
}
