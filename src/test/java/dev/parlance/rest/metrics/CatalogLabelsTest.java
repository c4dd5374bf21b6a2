package dev.parlance.rest.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogLabelsTest {
    private final CatalogLabels labels = new CatalogLabels();

    @Test
    void boundsTheNumberOfLabels() {
        var all = IntStream.range(0, 1000).mapToObj(it -> labels.of("catalog-" + it)).distinct().toList();

        assertThat(all).hasSize(CatalogLabels.MAX_LABELS + 1).contains("catalog-0", "catalog-49", CatalogLabels.OTHER);
        assertThat(labels.of("catalog-49")).isEqualTo("catalog-49");
        assertThat(labels.of("catalog-50")).isEqualTo(CatalogLabels.OTHER);
    }
}
