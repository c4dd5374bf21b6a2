package dev.parlance.formats;

import static dev.parlance.formats.ImportFiles.assertFault;
import static dev.parlance.formats.ImportFiles.file;
import static dev.parlance.formats.ImportFiles.format;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonImportsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            json         | {"a.b":"1","a":{"c":"2"}}                               | a.b=1;a.c=2
            json         | {"a.b":"1","a":{"b":"1"}}                               | a.b=1
            json         | {"a.b":"1","a":{"b":"2"}}                               | a.b=1;duplicate-key@1:a.b
            json         | {"a":["x",["y"],{"b":"z"}]}                             | a.0=x;a.1.0=y;a.2.b=z
            json         | {"a":1,"b":true,"c":null,"d":[1.50],"e":"x"}            | e=x;not-a-text@1:a;not-a-text@1:b;not-a-text@1:c;not-a-text@1:d.0
            json         | {"":"x","a":{"":"y"},"b":{}}                            | a.=y;no-key@1:
            json         | {"a":"\\u00e9\\ud83d\\ude00","b":""}                    | a=é😀;b=
            formatjs     | {"a":"Hi {x}","b":{"defaultMessage":"B","description":"D"}} | a=Hi {x};b=B
            formatjs     | [{"id":"a","defaultMessage":"A"},{"defaultMessage":"B"}] | a=A;no-key@1:
            formatjs     | {"a":{"description":"D"},"b":[{"type":0,"value":"x"}],"c":{"defaultMessage":1}} | empty@1:a;not-a-text@1:b;not-a-text@1:c
            formatjs     | {"a":{"defaultMessage":"A","file":"x.ts","description":{"x":1}}} | a=A;metadata@1:a.file;metadata@1:a.description
            formatjs     | {"a":"'<'b> '{'x'}' '' don't '<{'<' it''s"}             | a=<b> '{'x'}' '' don't <'{'<' it''s
            i18next      | {"item_one":"{{count}} item","item_other":"{{count}} items"} | item=count{one={{count}} item, other={{count}} items}
            i18next      | {"place_ordinal_one":"{{count}}st","place_ordinal_other":"{{count}}th"} | place=count#{one={{count}}st, other={{count}}th}
            i18next      | {"step_one":"First","step_two":"Second"}                | step_one=First;step_two=Second
            i18next      | {"reason_other":"Other"}                                | reason_other=Other
            i18next      | {"item_other":"{{count}} 件"}                           | item=count{other={{count}} 件}
            i18next      | {"item":"Item","item_one":"{{count}} item","item_other":"{{count}} items"} | item=Item;item_one={{count}} item;item_other={{count}} items
            i18next      | {"item":"{{n, number}} items","item_one":"{{count, number}} item","item_other":"{{count, number}} items"} | item=n{one={{n, number}} item, other={{n, number}} items}
            i18next      | {"item":"Items","item_one":"Item","item_other":"Items"} | item=count{one=Item, other=Items}
            i18next      | {"friend":"F","friend_male":"M","friend_male_one":"1 {{count}}","friend_male_other":"2 {{count}}"} | friend=F;friend_male=M;friend_male_one=1 {{count}};friend_male_other=2 {{count}}
            i18next      | {"friend_male_one":"1 {{count}}","friend_male_other":"2 {{count}}"} | friend_male=count{one=1 {{count}}, other=2 {{count}}}
            i18next      | {"a":{"b":{"c_one":"x","c_other":"{{- count}}"}},"d":["x","y"]} | a.b.c=count{one=x, other={{- count}}};d.0=x;d.1=y
            i18next      | {"n_one":"1","n_other":"{{count}}","n_ordinal_one":"1st","n_ordinal_other":"{{count}}th"} | n=count{one=1, other={{count}}};n_ordinal_one=1st;n_ordinal_other={{count}}th
            arb          | {"@@locale":"de","a":"A {x}","@a":{"description":"D","placeholders":{"x":{"type":"int","example":"5"}}}} | a=A {x}
            arb          | {"a":"A","@a":{"x":1,"type":"text"},"@b":{},"@@a":"z","c":1} | a=A;metadata@1:@a.x;metadata@1:@b;metadata@1:@@a;not-a-text@1:c
            arb          | {"@@locale":"klingon!","a":"A","@a":"x"}                | a=A;invalid-locale@1:@@locale;metadata@1:@a
            arb          | {"a":"{x}","@a":{"placeholders":{"x":{"type":"double","format":"compact"},"{":{}}}} | a={x};metadata@1:@a.placeholders.x.format;metadata@1:@a.placeholders.{
            webextension | {"a":{"message":"Hi $NAME$ $1","description":"D","placeholders":{"name":{"content":"$2","example":"Bo"}}}} | a=Hi $2 $1
            webextension | {"a":{"message":"$URL$ $$ $x$","placeholders":{"url":{"content":"https://x/$1?$2"}}}} | a=https://x/$1?$2 $$ $x$
            webextension | {"a":{"description":"D"},"b":"x","c":{"message":"C","hash":"1","placeholders":{"y":{}}}} | c=C;empty@1:a;not-a-text@1:b;metadata@1:c.hash;metadata@1:c.placeholders.y
            webextension | {"a":{"message":"A"} /* why */ }                        | a=A
            go-i18n      | {"a":"A","b":{"other":"B","description":"D"},"g":{"c":"C","d":{"one":"1","other":"2"}}} | a=A;b=B;g.c=C;g.d={one=1, other=2}
            go-i18n      | {"a":{"one":"{{.PluralCount}} x","other":"{{.PluralCount}} y"}} | a=PluralCount{one={{.PluralCount}} x, other={{.PluralCount}} y}
            go-i18n      | {"a":{"other":"{{.PluralCount}} y"}}                    | a=PluralCount{other={{.PluralCount}} y}
            go-i18n      | [{"id":"a","other":"A"},{"other":"B"},3]                | a=A;no-key@1:;not-a-text@1:
            go-i18n      | {"a":{"other":"<<.X>> y","leftDelim":"<<","rightDelim":">>","hash":"x"}} | a={{.X}} y
            go-i18n      | {"a":{"description":"D"},"b":{"other":"B","x":"y"},"c":{"one":3,"other":"C"},"d":4} | b=B;c=C;empty@1:a;metadata@1:b.x;not-a-text@1:c.one;not-a-text@1:d
            """)
    void readsEntries(String format, String content, String lines) {
        assertThat(ImportFiles.read(format(format), file("x.json", content))).containsExactly(lines.split(";"));
    }

    @Test
    void readsToml() {
        var content = format("go-i18n-toml").read(file("active.de.toml", """
                # Comment
                plain = "Hallo {{.Name}}"
                "a.b" = 'roh \\n'

                [cats]
                description = "Katzen"
                one = "{{.PluralCount}} Katze"
                other = \"""
                {{.PluralCount}}
                Katzen\"""

                [group.inner]
                other = "\\u00e9\\U0001F600"

                [group]
                number = 5
                date = 2022-03-04
                """));
        assertThat(content.entries()).extracting(it -> it.key() + "@" + it.line() + "=" + ImportFiles.show(it.texts().get(0).text()))
                .containsExactly("plain@2=Hallo {{.Name}}", "a.b@3=roh \\n",
                        "cats@5=PluralCount{one={{.PluralCount}} Katze, other={{.PluralCount}}\nKatzen}", "group.inner@12=é😀",
                        "group.date@17=2022-03-04");
        assertThat(content.entries().get(2).details().comment()).contains("Katzen");
        assertThat(content.issues()).containsExactly(new FileIssue(FileIssue.Reason.NOT_A_TEXT, 16, "group.number"));
    }

    @Test
    void readsDetails() {
        var arb = format("arb").read(file("app_de.arb", """
                {
                  "@@locale": "pt_BR",
                  "a": "{n} {d} {s}",
                  "@a": {"description": "D", "placeholders": {"n": {"type": "num", "example": "5"}, "d": {"type": "DateTime"}, "s": {}}}
                }
                """));
        assertThat(arb.locale()).contains(LocaleTag.parse("pt-BR"));
        assertThat(arb.entries().get(0).line()).isEqualTo(3);
        assertThat(arb.entries().get(0).details().comment()).contains("D");
        assertThat(arb.entries().get(0).details().arguments()).containsExactly(new Argument("n", ArgumentType.NUMBER, "5"),
                new Argument("d", ArgumentType.DATETIME, ""), new Argument("s", ArgumentType.STRING, ""));
        var extension = format("webextension").read(file("_locales/de/messages.json",
                "{\"a\":{\"message\":\"$B$\",\"description\":\"D\",\"placeholders\":{\"b\":{\"content\":\"$2\",\"example\":\"x\"}}}}"));
        assertThat(extension.entries().get(0).details().comment()).contains("D");
        assertThat(extension.entries().get(0).details().arguments()).containsExactly(new Argument("0", ArgumentType.STRING, ""),
                new Argument("b", ArgumentType.STRING, "x"));
        var formatJs = format("formatjs").read(file("de.json", "{\"a\":{\"defaultMessage\":\"A\",\"description\":\"D\"}}"));
        assertThat(formatJs.entries().get(0).details().comment()).contains("D");
    }

    @Test
    void namesLines() {
        var content = format("json").read(file("x.json", "{\n\"a\":\n\"x\",\n\n\"b\": {\n\"c\": \"y\"}, \"d\": 5}"));
        assertThat(content.entries()).extracting(FileEntry::line).containsExactly(2, 6);
        assertThat(content.issues()).extracting(FileIssue::line).containsExactly(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":"x"~"b":"y"}        | malformed | 2
            {"a":"x",~"a":"x"}       | malformed | 2
            {"a":{~~"b":"x","b":"y"}} | malformed | 3
            {"a":"x"                 | malformed | 1
            {"a":"x",~"b":"          | malformed | 2
            {"a":"x"}~{}             | malformed | 2
            {"a":"x"}~x              | malformed | 2
            {'a':'x'}                | malformed | 1
            {"a":NaN}                | malformed | 1
            {"a":"x",}               | malformed | 1
            ``                       | malformed | 1
            "x"                      | malformed | 1
            {"a":"x",~"b":"\\u0000"} | malformed | 2
            {"a":"x",~"\\u0000":"b"} | malformed | 2
            {"a":"x",~"b":"\\ud800"} | encoding  | 2
            {~"\\udc00":"b"}         | encoding  | 2
            """)
    void refusesInvalidFiles(String content, String fault, int line) {
        for (var format : ImportFiles.JSON_FORMATS) {
            assertFault(format, file("x.json", content.replace('~', '\n')), FileFault.valueOf(fault.toUpperCase(Locale.ROOT)), line);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a = "x"~a = "y"          | malformed | 2
            a = "x"~b =~             | malformed | 2
            a = "x"~b = "y           | malformed | 2
            [a~                      | malformed | 1
            a.b = "x"~a.b.c = "y"    | malformed | 2
            a = "x"~b = "\\u0000"    | malformed | 2
            a = "x"~b = "\\ud800"    | encoding  | 2
            """)
    void refusesInvalidToml(String content, String fault, int line) {
        assertFault(format("go-i18n-toml"), file("x.toml", content.replace('~', '\n')),
                FileFault.valueOf(fault.toUpperCase(Locale.ROOT)), line);
    }

    @Test
    void readsUtf16WithMark() {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var file = new SourceFile("x.json", "\uFEFF{\"a\":\"é\"}".getBytes(charset));
            assertThat(ImportFiles.read(format("json"), file)).containsExactly("a=é");
            assertThat(format("json").recognise(file)).isPositive();
        }
        assertFault(format("json"), new SourceFile("x.json", "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)),
                FileFault.ENCODING, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            de.json                   | {"a":"x","b":{"c":"y {n}"}}                                 | json
            app_de.arb                | {"a":"x"}                                                   | arb
            x.json                    | {"@@locale":"de","a":"x"}                                   | arb
            x.json                    | {"a":"x","@a":{"description":"y"}}                          | arb
            _locales/de/messages.json | {"a":{"message":"x"}}                                       | webextension
            x.json                    | {"a":{"message":"x","description":"y"}}                     | webextension
            x.json                    | {"a":{"defaultMessage":"x"}}                                | formatjs
            x.json                    | [{"id":"a","defaultMessage":"x"}]                           | formatjs
            x.json                    | {"a":{"b_one":"{{count}} x","b_other":"{{count}} y"}}       | i18next
            x.json                    | {"a":"$t(b) x"}                                             | i18next
            x.json                    | {"a":{"one":"{{.PluralCount}} x","other":"y"}}              | go-i18n
            active.de.json            | {"a":"x"}                                                   | go-i18n
            x.json                    | {"a":{"one":"x","other":"y"},"b":{"other":"z"}}             | go-i18n
            active.de.toml            | `a = "x"`                                                   | go-i18n-toml
            x.toml                    | `[a]\none = "x"\nother = "{{.Count}} y"`                    | go-i18n-toml
            x.properties              | `a=x\n# c\nb = y`                                           | properties
            x.txt                     | `a.b=x\nb.c = y`                                            | properties
            """)
    void recognisesFormat(String path, String content, String name) {
        var file = file(path, content.replace("\\n", "\n"));
        var best = ImportFiles.FORMATS.stream().max(Comparator.comparing(it -> it.recognise(file))).orElseThrow();
        assertThat(best.name()).isEqualTo(name);
        assertThat(best.recognise(file)).isBetween(0.1, 1.0);
    }
}
