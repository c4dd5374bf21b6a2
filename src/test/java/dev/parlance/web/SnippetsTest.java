package dev.parlance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Tests that the snippets are valid code for any names and values of arguments. */
class SnippetsTest {
    private static final String URL = "https://codes.example/v1/catalogs/shop/messages/sold-out";
    private static final Map<String, String> HOSTILE = Map.of("it's \"$(id)\" \\ & \u202e", "</code>\n`x`' \\u0022 ${y} ü😀");

    @Test
    void encodesAddressForShell() {
        assertThat(Snippets.of(URL, "de", Map.of("left", "5 '&\"")).curl())
                .isEqualTo("curl -H 'Accept: text/plain' '" + URL + "?locale=de&arg.left=5%20%27%26%22'");
        assertThat(Snippets.of(URL, null, HOSTILE).curl()).matches("curl -H 'Accept: text/plain' '[A-Za-z0-9:/.?&=%*_-]+'");
    }

    @Test
    void compilesAsJava() {
        assertThat(compile(Snippets.of(URL, "ar", HOSTILE).java())).isEmpty();
        assertThat(compile("var text = ;")).isNotEmpty();
    }

    @Test
    void passesParametersInTypeScript() {
        assertThat(Snippets.of(URL, "de", Map.of("left", "5")).typeScript()).contains("new URL(\"" + URL + "\")",
                "  \"locale\": \"de\",\n  \"arg.left\": \"5\",\n");
        assertThat(Snippets.of(URL, null, Map.of()).typeScript()).doesNotContain("URLSearchParams");
    }

    @Test
    void escapesLiterals() {
        assertThat(Snippets.literal("a\"b\\c\nd\u202e\u2028é😀")).isEqualTo("\"a\\\"b\\\\c\\u000ad\\u202e\\u2028é😀\"");
    }

    private static List<?> compile(String snippet) {
        var source = "import java.net.URI;\nimport java.net.http.*;\nclass Snippet {\n void run() throws Exception {\n" + snippet + "\n }\n}\n";
        var file = new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        ToolProvider.getSystemJavaCompiler().getTask(null, null, diagnostics, List.of("-proc:none", "-d", "target"), null, List.of(file))
                .call();
        return diagnostics.getDiagnostics();
    }
}
