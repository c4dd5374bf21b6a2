package dev.parlance.formats.table;

import static dev.parlance.formats.table.TableFiles.HTML;
import static dev.parlance.formats.table.TableFiles.JSON;
import static dev.parlance.formats.table.TableFiles.MARKDOWN;
import static dev.parlance.formats.table.TableFiles.TOML;
import static dev.parlance.formats.table.TableFiles.YAML;
import static dev.parlance.formats.table.TableFiles.file;
import static dev.parlance.formats.table.TableFiles.issues;
import static dev.parlance.formats.table.TableFiles.lines;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentTablesTest {

    @Test
    void readsMarkdownTables() {
        var content = MARKDOWN.read(file("errors.md", """
                ---
                title: Errors
                ---
                # API errors

                | Parameter | Type |
                |---|---|
                | size | integer |

                Code | Message | HTTP | Description
                :-- | --- | --: | ---
                `A-1` <a name="a1"> | Use `a\\|b` or \\| | 400 | First line<br/>second **line**
                A-2 | See [the *list*](https://example.org) | 404
                __400XX__ | __Bad requests__ | |
                A-3 | <ul><li>One message</li><li>Another message</li></ul> | 409 | Both mean the same | beyond
                """));
        assertThat(lines(content)).containsExactly(
                "A-1|A-1|-|400|Use a|b or ||First line\nsecond line",
                "A-2|A-2|-|404|See the list|-",
                "A-3|A-3|-|409|One message|Both mean the same",
                "A-3-2|A-3|-|409|Another message|Both mean the same");
        assertThat(issues(content)).containsExactly("no-key 6 Parameter | Type", "metadata 14 400XX");
    }

    @Test
    void readsHtmlTables() {
        var content = HTML.read(file("errors.html", """
                <!doctype html><body>
                <table><tr><td><table>
                <thead><tr><th colspan=4>Errors</th></tr>
                <tr><th>Error code</th><th>HTTP status</th><th>Error message</th><th>Meaning</th></tr></thead>
                <tbody><tr><td rowspan="2"><code>E100</code></td><td rowspan=2>400</td><td>Bad
                   input</td><td>Check<br>the input</td></tr>
                <tr><td>Bad output</td><td><p>One</p><p>Two</p></td></tr>
                <tr><td colspan=4>Other errors</td></tr>
                <tr><td>E200</td><td>n/a</td><td><ul><li>First of two</li><li>Second of two</li></ul></td><td><pre>a  b</pre></td></tr>
                </tbody></table></td></tr></table>
                """));
        assertThat(lines(content)).containsExactly(
                "E100|E100|-|400|Bad input|Check\nthe input",
                "E100-2|E100|-|400|Bad output|One\nTwo",
                "E200|E200|-|-|First of two|a  b",
                "E200-2|E200|-|-|Second of two|a  b");
        assertThat(issues(content)).contains("no-key 8 Other errors", "metadata 9 E200");
    }

    @Test
    void readsHeadingsWithLists() {
        var content = MARKDOWN.read(file("errors.md", """
                # Error codes
                ## 10xx - General
                #### -1000 UNKNOWN
                 * An unknown error occurred.
                #### -1013 INVALID_MESSAGE
                 * The request is rejected.
                 * Parameter '%s' is *empty*.

                Sent by all endpoints.
                #### Background
                Nothing with a code.
                #### -1014 UNKNOWN_ORDER_COMPOSITION
                * Unsupported order.
                """));
        assertThat(lines(content)).containsExactly(
                "-1000|-1000|UNKNOWN|-|An unknown error occurred.|-",
                "-1013|-1013|INVALID_MESSAGE|-|The request is rejected.|Sent by all endpoints.",
                "-1013-2|-1013|INVALID_MESSAGE|-|Parameter '%s' is empty.|Sent by all endpoints.",
                "-1014|-1014|UNKNOWN_ORDER_COMPOSITION|-|Unsupported order.|-");
        assertThat(issues(content)).containsExactly("no-key 10 Background");
    }

    @Test
    void readsHeadingsWithParagraphs() {
        var content = MARKDOWN.read(file("errors.md", """
                # Codes of requests
                ## REQ_OK (0)
                All is well.
                ## REQ_LOST (-7)
                The request was lost
                on its way.

                Try again.
                ## Unused (8)
                # Codes of shares
                ## SHARE_OK (0)
                All is well.
                """));
        assertThat(lines(content)).containsExactly(
                "REQ_OK|0|REQ_OK|-|All is well.|-",
                "REQ_LOST|-7|REQ_LOST|-|The request was lost on its way.|Try again.",
                "8|8|-|-|Unused|-",
                "SHARE_OK|0|SHARE_OK|-|All is well.|-");
        content = MARKDOWN.read(file("errors.md", """
                ## Class: `Error`
                ### `error.code`
                The code.
                ## Codes
                <a id="ERR_A"></a>
                ### `ERR_A_LOST`
                <!-- YAML -->
                > Stability: 1

                A was lost.
                ### `ERR_B_LOST`
                B was lost.

                ```js
                b();
                ```
                ### 51007: Token expired
                The token is too old.
                """));
        assertThat(lines(content)).containsExactly(
                "ERR_A_LOST|ERR_A_LOST|-|-|Stability: 1|A was lost.",
                "ERR_B_LOST|ERR_B_LOST|-|-|B was lost.|b();",
                "51007|51007|-|-|Token expired|The token is too old.");
    }

    @Test
    void readsMapsOfCodes() {
        var expected = new String[] {"A:1|A:1|-|400|First\nline|-", "A:1.SUB|A:1.SUB|-|-|Below the first|-",
                "A:2|A:2|-|404|Second text|Why"};
        assertThat(lines(JSON.read(file("errors.json", """
                {"version": 2, "errors": {
                  "A:1": {"message": ["First", "line"], "http": {"status": 400}, "subClass": {"SUB": {"message": ["Below the first"]}}},
                  "A:2": {"message": "Second text", "http": {"status": 404}, "description": "Why"}}}
                """)))).containsExactly(expected);
        assertThat(lines(YAML.read(file("errors.yaml", """
                errors:
                  A:1: {message: [First, line], http: {status: 400}, subClass: {SUB: {message: Below the first}}}
                  A:2: {message: Second text, http: {status: 404}, description: Why}
                """)))).containsExactly(expected);
        assertThat(lines(TOML.read(file("errors.toml", """
                ["A:1"]
                error = '''
                First message
                '''
                ["A:2"]
                error = "Second message"
                description = "Why"
                """)))).containsExactly("A:1|A:1|-|-|First message|-", "A:2|A:2|-|-|Second message|Why");
    }

    @Test
    void readsArraysOfObjectsAndMapsOfTexts() {
        assertThat(lines(JSON.read(file("errors.json", """
                {"data": [{"code": 7, "name": "LOST_IT", "message": "Lost it."}, {"code": 8, "name": "FOUND_IT", "message": "Found it."}]}
                """)))).containsExactly("7|7|LOST_IT|-|Lost it.|-", "8|8|FOUND_IT|-|Found it.|-");
        assertThat(lines(JSON.read(file("errors.json", "{\"404001\": \"User not found\", \"404002\": \"Order not found\"}"))))
                .containsExactly("404001|404001|-|-|User not found|-", "404002|404002|-|-|Order not found|-");
        assertThat(lines(JSON.read(file("errors.json", """
                {"lost": {"code": "007", "message": "Lost it."}, "found": {"code": "008", "message": "Found it."}}
                """)))).containsExactly("lost|007|-|-|Lost it.|-", "found|008|-|-|Found it.|-");
    }
}
