package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.rendering.syntax.Syntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralReplacementTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            icu    | {g, select, male{a} other{b}}            | male   | mann  | {g, select, male{a} other{b}}
            icu    | {g, select, male{male} other{b}} male    | male   | mann  | {g, select, male{mann} other{b}} mann
            icu    | {n, plural, one{# other} other{# others}} | other | Stück | {n, plural, one{# Stück} other{# Stücks}}
            icu    | {n, plural, =1{1} other{#}} 1            | 1      | eins  | {n, plural, =1{eins} other{#}} eins
            icu    | {name} name                              | name   | имя   | {name} имя
            icu    | {d, date, long} long date                | long   | 長い  | {d, date, long} 長い date
            icu    | it''s '{name}'                           | name   | اسم   | it''s '{'اسم'}'
            icu    | it's                                     | it's   | c'est | c''est
            icu    | a {x} b                                  | a {x}  | c     | a {x} b
            icu    | a {x} '{'b                               | a      | {     | '{' {x} '{'b
            icu    | {n, plural, other{a #}}                  | a      | #     | {n, plural, other{'#' #}}
            icu    | {n, plural, offset:1 other{{g, select, a{b} other{b}}}} | b | c | {n, plural, offset:1 other{{g, select, a{c} other{c}}}}
            icu    | a                                        | z      | c     | a
            printf | %s of %d s                               | s      | x     | %s of %d x
            printf | 100%% of %1$s                            | 100%   | alles | alles of %1$s
            printf | n%nn %d                                  | n      | m%    | m%%%nm%% %d
            plain  | {a} %s                                   | {a}    | b     | b %s
            """)
    void replacesTextOnly(String syntax, String text, String search, String replacement, String expected) {
        var replaced = LiteralReplacement.replace(Syntax.of(syntax), text, search, replacement);
        assertThat(replaced).isEqualTo(expected);
        PatternValidator.validate("", Syntax.of(syntax), replaced);
    }
}
