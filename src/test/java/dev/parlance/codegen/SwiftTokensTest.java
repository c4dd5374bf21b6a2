package dev.parlance.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokenises the generated Swift by the lexical grammar of the language, because the build has no compiler for it. */
class SwiftTokensTest {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\n\r\u0000]*)|(?<string>\"(?:[^\"\\\\\n\r\u0000]"
            + "|\\\\[0\\\\tnr\"']|\\\\u\\{[0-9A-F]{1,8}})*+\")|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<number>[0-9]+)"
            + "|(?<symbol>->|@|[(){}\\[\\]:;,.=_])|(?<space>[ \n]+)");
    private static final Pattern DECLARED = Pattern.compile("(?:case|func|enum|struct|let) ([A-Za-z0-9_]+)");

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "web", "parlance", "hostile"})
    void consistsOfTokensWithBalancedBrackets(String catalog) {
        var messages = GoldenFilesTest.messages(catalog);
        var code = new SwiftGenerator().generate(messages, GoldenFilesTest.names(catalog));
        assertThat(tokens(code)).doesNotContain("invalid");
        var open = new ArrayDeque<String>();
        for (var token : tokens(code)) {
            if (List.of("(", "[", "{").contains(token)) {
                open.push(token);
            } else if (List.of(")", "]", "}").contains(token)) {
                assertThat(open.pop() + token).isIn("()", "[]", "{}");
            }
        }
        assertThat(open).isEmpty();
        assertThat(code.split("public func ", -1)).hasSize(messages.messages().size() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "web", "parlance", "hostile"})
    void declaresEachNameOnceAndNoKeyword(String catalog) {
        var code = new SwiftGenerator().generate(GoldenFilesTest.messages(catalog), GoldenFilesTest.names(catalog));
        var functions = new HashMap<String, Integer>();
        Pattern.compile("^    (?:public|private) func (\\w+)", Pattern.MULTILINE).matcher(code).results()
                .forEach(it -> functions.merge(it.group(1), 1, Integer::sum));
        assertThat(functions.values()).containsOnly(1);
        var uncommented = code.replaceAll("//[^\n]*", "");
        assertThat(DECLARED.matcher(uncommented.replaceAll("\"[^\"\n]*\"", "\"\"")).results().map(it -> it.group(1)))
                .doesNotContainAnyElementsOf(ReservedWords.SWIFT);
    }

    @Test
    void rejectsWhatIsNoToken() {
        assertThat(Stream.of("let a = \"\\x\"", "let a = \"", "let # b").filter(it -> tokens(it).contains("invalid"))).hasSize(3);
    }

    /** Returns the tokens without comments and blanks; {@code invalid} for a part that is no token. */
    private static List<String> tokens(String code) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(code);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() != end) {
                tokens.add("invalid");
            }
            end = matcher.end();
            if (matcher.group("comment") == null && matcher.group("space") == null) {
                tokens.add(matcher.group());
            }
        }
        if (end != code.length()) {
            tokens.add("invalid");
        }
        return tokens;
    }
}
