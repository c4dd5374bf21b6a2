package dev.parlance.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.formats.MessageEntry;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests the labels in {@code translations/web}, and the templates that use them. */
class LabelCatalogTest {
    private static final Path FOLDER = Path.of("translations/web");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)+");
    private static final Pattern TAG_ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");
    private static final Pattern USE = Pattern.compile("get\\('([a-zA-Z.]+)'");
    private static final ShippedCatalog CATALOG = ShippedCatalog.load("web");

    @Test
    void sortsFilesByKey() throws IOException {
        assertThat(CATALOG.toContent().messages()).extracting(MessageEntry::key).isSorted().allMatch(it -> KEY.matcher(it).matches());
        var argumentKeys = Files.readAllLines(FOLDER.resolve("arguments.csv")).stream().skip(1).map(it -> it.split(",")[0]).toList();
        assertThat(argumentKeys).isSorted();
    }

    @Test
    void tagsLabelsWithTheirDocumentedArea() throws IOException {
        var areas = TAG_ROW.matcher(Files.readString(FOLDER.resolve("README.md"))).results().map(it -> it.group(1))
                .collect(Collectors.toSet());
        assertThat(CATALOG.toContent().messages()).allSatisfy(it -> assertThat(areas).containsAll(it.tags()));
    }

    @Test
    void hasSourceTextForEveryLabelOfTemplates() throws IOException {
        var used = new TreeSet<String>();
        try (var templates = Files.list(TEMPLATES)) {
            for (var template : templates.toList()) {
                USE.matcher(Files.readString(template)).results().forEach(it -> used.add(it.group(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(50);
        assertThat(CATALOG.toContent().texts().get(LocaleTag.parse("en")).keySet()).containsAll(used);
    }
}
