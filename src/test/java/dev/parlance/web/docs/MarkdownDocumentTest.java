package dev.parlance.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownDocumentTest {

    @Test
    void listsEveryPageOfTheFolder() throws IOException {
        try (var files = Files.list(Path.of("src/docs"))) {
            var names = files.map(it -> it.getFileName().toString()).filter(it -> it.endsWith(".md")).map(it -> it.replace(".md", ""));
            assertThat(Documentation.PAGES).containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of(Documentation.README), names).toList());
        }
    }

    @Test
    void namesEachColumnOfEachTable() throws IOException {
        for (var page : Documentation.PAGES) {
            var file = page.equals(Documentation.README) ? Path.of("README.md") : Path.of("src/docs", page + ".md");
            var headers = Jsoup.parse(MarkdownDocument.read(page, Files.readString(file)).html()).select("th");
            assertThat(headers).as(page).noneMatch(it -> it.text().isBlank());
        }
    }

    @ParameterizedTest
    @CsvSource({"Read messages,read-messages", "Upgrade across V0010,upgrade-across-v0010", "`a` & b: c?,a--b-c", "Größe 5,größe-5"})
    void namesAnchorsAsGitHubDoes(String heading, String anchor) {
        assertThat(MarkdownDocument.anchorOf(heading.replace("`", ""))).isEqualTo(anchor);
    }

    @ParameterizedTest
    @CsvSource({"api.md,/docs/api", "clients.md#losses,/docs/clients#losses", "../../README.md#map-of-the-code,/docs/readme#map-of-the-code",
        "src/docs/limits.md,/docs/limits", "#here,#here", "https://example.org/x.md,https://example.org/x.md"})
    void resolvesLinks(String destination, String resolved) {
        assertThat(MarkdownDocument.resolve(destination)).contains(resolved);
    }

    @ParameterizedTest
    @CsvSource({"LICENSE", "../../pom.xml", "unknown.md", "javascript:alert(1)"})
    void resolvesNoLinkToFileThatIsNotServed(String destination) {
        assertThat(MarkdownDocument.resolve(destination)).isEmpty();
    }

    @Test
    void rendersTitleAnchorsTablesAndCode() {
        var document = MarkdownDocument.read("x", """
                # A *title*

                First [`linked`](api.md#fetch-bundles)
                paragraph.

                ## Same

                ## Same

                | a |
                |---|
                | b |

                ```console
                $ curl 'x'
                <b>
                ```

                [file](LICENSE) <script>alert(1)</script>
                """);
        var html = Jsoup.parse(document.html());
        assertThat(document.title()).isEqualTo("A title");
        assertThat(document.summary()).isEqualTo("First linked paragraph.");
        assertThat(document.headings()).extracting(Documentation.Heading::anchor).containsExactly("same", "same-1");
        assertThat(html.select("h2[id=same-1] a.anchor").attr("href")).isEqualTo("#same-1");
        assertThat(html.select("td").text()).isEqualTo("b");
        assertThat(html.select("pre[tabindex=0] code.language-console").first().wholeText()).isEqualTo("$ curl 'x'\n<b>\n");
        assertThat(html.select("script")).isEmpty();
        assertThat(html.select("p a").eachAttr("href")).containsExactly("/docs/api#fetch-bundles");
        assertThat(html.text()).contains("file <script>alert(1)</script>");
    }
}
