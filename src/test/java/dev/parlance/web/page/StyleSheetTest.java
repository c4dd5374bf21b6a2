package dev.parlance.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests the contrast of the colours, and that pages use no other colours. */
class StyleSheetTest {
    /** A physical value, because logical values follow the direction of the title instead of the direction of the page. */
    private static final String RIGHT_TO_LEFT_TITLE = "[dir='rtl'] h1[dir='auto'] {\n  text-align: right;\n}";
    private static final Path FOLDER = Path.of("src/main/resources/web");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)");
    private static final Pattern USE = Pattern.compile("var\\(--([a-z0-9-]+)\\)");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^\\s+--([a-z0-9-]+):");
    private static final List<String> BACKGROUNDS = List.of("surface", "raised", "sunken", "hover", "accent-quiet", "danger-quiet",
            "warning-quiet", "success-quiet", "info-quiet");
    private static final List<String> TEXTS = List.of("text", "text-muted", "accent", "accent-strong", "danger", "warning", "success", "info");

    @Test
    void hasReadableColoursInBothThemes() throws IOException {
        var colours = colours();
        for (int theme = 0; theme < 2; theme++) {
            for (var text : TEXTS) {
                for (var background : BACKGROUNDS) {
                    assertThat(contrast(colours.get(text).get(theme), colours.get(background).get(theme))).as(text + " on " + background)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
            assertThat(contrast(colours.get("on-accent").get(theme), colours.get("accent").get(theme))).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colours.get("on-accent").get(theme), colours.get("accent-strong").get(theme))).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colours.get("on-danger").get(theme), colours.get("danger").get(theme))).isGreaterThanOrEqualTo(4.5);
            for (var background : List.of("surface", "raised", "sunken")) {
                assertThat(contrast(colours.get("line-strong").get(theme), colours.get(background).get(theme))).isGreaterThanOrEqualTo(3);
                assertThat(contrast(colours.get("focus").get(theme), colours.get(background).get(theme))).isGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void usesTokensOnly() throws IOException {
        var pages = Files.readString(FOLDER.resolve("pages.css"));
        var defined = DEFINITION.matcher(Files.readString(FOLDER.resolve("tokens.css"))).results().map(it -> it.group(1)).toList();
        assertThat(USE.matcher(pages).results().map(it -> it.group(1))).isSubsetOf(defined);
        assertThat(pages).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b|rgb|hsl|font-family: [^v]|@import|https?:");
        assertThat(pages.replace(RIGHT_TO_LEFT_TITLE, "")).doesNotContainPattern("(?m)^\\s+(margin|padding|border|inset)-(left|right)|^\\s+(left|right|width|height):|: (left|right);");
    }

    private static Map<String, List<String>> colours() throws IOException {
        var colours = new LinkedHashMap<String, List<String>>();
        COLOUR.matcher(Files.readString(FOLDER.resolve("tokens.css"))).results()
                .forEach(it -> colours.putIfAbsent(it.group(1), List.of(it.group(2), it.group(3))));
        return colours;
    }

    /** Returns the contrast ratio of WCAG 2.2. */
    private static double contrast(String first, String second) {
        double lighter = Math.max(luminance(first), luminance(second));
        double darker = Math.min(luminance(first), luminance(second));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int start) {
        double value = Integer.parseInt(colour.substring(start, start + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
