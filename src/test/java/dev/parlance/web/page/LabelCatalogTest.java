package dev.parlance.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.formats.MessageEntry;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
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
    private static final Path EDITOR = Path.of("src/main/webui/src");
    /** A button with an accessible name and a visible label; matches the keys of both. */
    private static final Pattern NAMED_BUTTON = Pattern.compile(
            "aria-label=\\{t\\('([\\w.]+)'(?:(?!</Button>|<Button).)*?>\\s*\\{t\\('([\\w.]+)'\\)}\\s*</Button>", Pattern.DOTALL);
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

    /** People who control the editor by voice say the visible label (WCAG 2.5.3). */
    @Test
    void namesButtonsByTheirVisibleLabelsInEveryLanguage() throws IOException {
        var visibleLabels = new TreeMap<String, String>();
        try (var sources = Files.walk(EDITOR)) {
            for (var source : sources.filter(it -> it.toString().endsWith(".tsx")).toList()) {
                NAMED_BUTTON.matcher(Files.readString(source)).results().forEach(it -> visibleLabels.put(it.group(1), it.group(2)));
            }
        }
        assertThat(visibleLabels).containsKeys("settings.deliveriesTo", "settings.changeWebhook", "settings.rotateSecretOf",
                "settings.removeWebhook", "settings.replayEvent", "settings.revokeKey", "account.revokeToken");
        assertThat(CATALOG.toContent().texts()).hasSize(13).allSatisfy((locale, texts) ->
                assertThat(visibleLabels).allSatisfy((name, label) ->
                        assertThat(texts.get(name).message().toLowerCase(Locale.ROOT)).as(locale + " " + name)
                                .contains(texts.get(label).message().toLowerCase(Locale.ROOT))));
    }
}
