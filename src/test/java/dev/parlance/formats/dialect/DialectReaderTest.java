package dev.parlance.formats.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.RawText.Single;
import dev.parlance.formats.RawText.Substitutions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the stored form of texts in each dialect. */
class DialectReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '"', value = {
            "PLAIN ^ 100% {it's} # | ^ PLAIN ^ 100% {it's} # |",
            "PRINTF ^ 5% of %s isn't {x} ^ PRINTF ^ 5% of %s isn't {x}",
            "APPLE ^ %@ has %2$@, %lld of %lu, %.2f%% ^ PRINTF ^ %s has %2$s, %lld of %lu, %.2f%%",
            "JAVA ^ It''s '{'0'}' {0,number} ^ ICU ^ It''s '{'0'}' {0,number}",
            "SPRING ^ It''s {0} ^ ICU ^ It''s {0}",
            "SPRING ^ It's {min} ^ PLAIN ^ It's {min}",
            "ICU ^ It's {Name} {1} ^ ICU ^ It's {name} {1}",
            "ICU ^ {n, plural, one{# a} other{#}} ^ ICU ^ {n, plural, one{# a} other{#}}",
            "BRACES ^ '{0}' isn't {user.name} {} { x } ^ ICU ^ ''{0}'' isn''t {userName} '{}' '{' x '}'",
            "BRACES ^ {n, plural, =1{it's #1} other{{n} it's}} ^ ICU ^ {n, plural, =1{it''s '#'1} other{{n} it''s}}",
            "I18NEXT ^ {{x}} {{- y}} {{n, number}} {b} it's ^ ICU ^ {x} {y} {n,number} '{'b'}' it''s",
            "I18NEXT ^ {{n, number(minimumFractionDigits: 2; maximumFractionDigits: 2)}} ^ ICU ^ {n,number,::.00 rounding-mode-half-up}",
            "I18NEXT ^ {{d, datetime(dateStyle: short)}} ^ ICU ^ {d,date,short}",
            "I18NEXT ^ {{user.firstName}} {{ x }} ^ ICU ^ {userFirstName} {x}",
            "RUBY ^ %{x} %<n>.2f %<n>d 100%% 5% ^ ICU ^ {x} {n,number,::group-off .00 rounding-mode-half-up} {n,number,::group-off "
            + "precision-integer} 100% 5%",
            "PYTHON ^ %(x)s 100%% %(n)d ^ ICU ^ {x} 100% {n,number,::group-off precision-integer}",
            "PYTHON ^ %s 100%% {} ^ PRINTF ^ %s 100%% {}",
            "GO ^ {{.Name}} {{ .User.Name }} {{\"{{\"}} {x} ^ ICU ^ {name} {userName} '{{' '{'x'}'",
            "WEBEXTENSION ^ $1 costs $$5 $USER_NAME$ $$$ $ ^ ICU ^ {0} costs $5 {userName} $$ $",
            "SYMFONY ^ %name% {{ limit }} it's {x} 5% ^ ICU ^ {name} {limit} it''s '{'x'}' 5%",
            "SYMFONY ^ a | b || c ^ ICU ^ a | b || c",
            "SYMFONY ^ %x% a || b ^ ICU ^ {x} a | b",
            "SYMFONY ^ One apple|%count% #apples ^ ICU ^ {count, plural, one{One apple} other{# '#'apples}}",
            "SYMFONY ^ one: File|other: Files ^ ICU ^ {count, plural, one{File} other{Files}}",
            "SYMFONY ^ \"{0} none|{1} one|]1,Inf[ %count%\" ^ ICU ^ {count, plural, =0{none} =1{one} other{#}}",
            "SYMFONY ^ \"{0} none|[2,4] some|a %x%|b\" ^ ICU ^ {x, plural, =0{none} =2{some} =3{some} =4{some} one{a #} other{b}}"})
    void readsSingleTexts(MessageDialect dialect, String raw, Syntax syntax, String text) {
        var read = read("en", dialect, new Single(raw));
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.syntax()).isEqualTo(syntax);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '"', value = {
            "PRINTF ^ ab %m ^ 3 ^ UNSUPPORTED_CONVERSION",
            "APPLE ^ ab %#@x@ ^ 3 ^ UNSUPPORTED_CONVERSION",
            "JAVA ^ ab {x} ^ 3 ^ INVALID_PATTERN",
            "ICU ^ ab {x ^ 3 ^ UNCLOSED_BRACE",
            "BRACES ^ it's {x, plural, one{a}} ^ 5 ^ MISSING_OTHER",
            "I18NEXT ^ ab $t(key) ^ 3 ^ UNSUPPORTED_CONVERSION",
            "I18NEXT ^ ab {{x, uppercase}} ^ 3 ^ UNSUPPORTED_CONVERSION",
            "RUBY ^ ab %<x>05d ^ 3 ^ UNSUPPORTED_CONVERSION",
            "PYTHON ^ ab %(x)s %s ^ 9 ^ UNSUPPORTED_CONVERSION",
            "GO ^ ab {{if .X}} ^ 3 ^ UNSUPPORTED_CONVERSION",
            "GO ^ ab {{.X ^ 3 ^ UNCLOSED_BRACE",
            "SYMFONY ^ \"{0} a|[1,Inf] %x%|[5,Inf] b\" ^ 18 ^ UNSUPPORTED_CONVERSION"})
    void locatesErrors(MessageDialect dialect, String raw, int offset, TextSyntaxException.Reason reason) {
        assertThatThrownBy(() -> read("en", dialect, new Single(raw))).isInstanceOfSatisfying(TextSyntaxException.class, it -> {
            assertThat(it.offset()).isEqualTo(offset);
            assertThat(it.reason()).isEqualTo(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '"', value = {
            "en ^ PRINTF ^ \"\" ^ one=%d file;other=%d files ^ {0, plural, one{{0,number,::group-off precision-integer} file} other{{0,"
                    + "number,::group-off precision-integer} files}}",
            "en ^ PRINTF ^ \"\" ^ one=%s has a file;other=%s has %d files ^ {1, plural, one{{0} has a file} other{{0} has {1,number,"
            + "::group-off precision-integer} files}}",
            "en ^ RUBY ^ count ^ zero=none;one=# %{count};other=%{count} ^ {count, plural, =0{none} one{'#' #} other{#}}",
            "lv ^ RUBY ^ count ^ zero=none;one=a;other=b ^ {count, plural, zero{none} one{a} other{b}}",
            "ru ^ RUBY ^ \"\" ^ one=a;few=b;many=%{n} c ^ {n, plural, one{a} few{b} many{# c} other{# c}}",
            "en ^ I18NEXT ^ count ^ one=a {{x}};other={{count}} {{x}} ^ {count, plural, one{a {x}} other{# {x}}}",
            "en ^ GO ^ PluralCount ^ one=a;other={{.PluralCount}} ^ {pluralCount, plural, one{a} other{#}}",
            "en ^ JAVA ^ \"\" ^ one=a;other={0} it''s ^ {0, plural, one{a} other{# it''s}}",
            "en ^ PLAIN ^ \"\" ^ one=a#;other=b ^ {count, plural, one{a'#'} other{b}}"})
    void readsPluralForms(String locale, MessageDialect dialect, String argument, String forms, String text) {
        assertThat(read(locale, dialect, new PluralForms(argument, false, forms(forms))).text()).isEqualTo(text);
    }

    @Test
    void readsOrdinalForms() {
        assertThat(read("en", MessageDialect.I18NEXT, new PluralForms("count", true, forms("one={{count}}st;other={{count}}th"))).text())
                .isEqualTo("{count, selectordinal, one{#st} other{#th}}");
    }

    @Test
    void readsSubstitutions() {
        var variables = new LinkedHashMap<String, PluralForms>();
        variables.put("files", new PluralForms("", false, forms("one=%d file;other=%d files")));
        variables.put("folders", new PluralForms("", false, forms("one=a folder;other=%d folders of %1$@")));
        assertThat(read("en", MessageDialect.APPLE, new Substitutions("%@: %#@files@ in %#@folders@", variables)).text()).isEqualTo(
                "{0}: {1, plural, one{{1,number,::group-off precision-integer} file}"
                        + " other{{1,number,::group-off precision-integer} files}} in {2, plural, one{a folder}"
                        + " other{{2,number,::group-off precision-integer} folders of {0}}}");
    }

    @Test
    void rejectsSubstitutionsThatContainThemselves() {
        var variables = Map.of("x", new PluralForms("", false, forms("other=%#@x@ %#@x@ %#@x@")));
        assertThatThrownBy(() -> read("en", MessageDialect.APPLE, new Substitutions("%#@x@", variables)))
                .isInstanceOf(TextSyntaxException.class);
    }

    @Test
    void namesRenamedArguments() {
        var read = read("en", MessageDialect.I18NEXT, new Single("{{user.name}} {{userName}} {{User-Name}} {{0}} {{1a}} {{größe}}"));
        assertThat(read.text()).isEqualTo("{userName3} {userName} {userName2} {0} {arg1a} {groE}");
        assertThat(read.renamed()).isEqualTo(Map.of("userName2", "User-Name", "userName3", "user.name", "arg1a", "1a", "groE", "größe"));
    }

    @Test
    void rejectsFormsWithoutText() {
        assertThatThrownBy(() -> read("en", MessageDialect.RUBY, new PluralForms("count", false, new TreeMap<>())))
                .isInstanceOf(TextSyntaxException.class);
        assertThatThrownBy(() -> read("en", MessageDialect.RUBY, new PluralForms("count", false, forms("some=x"))))
                .isInstanceOf(TextSyntaxException.class);
    }

    @Test
    void quotesCommentsInTheSyntaxOfTheText() {
        assertThat(DialectReader.quote(new ConvertedText(Syntax.PRINTF, ""), "5% {it's}")).isEqualTo("5%% {it's}");
        assertThat(DialectReader.quote(new ConvertedText(Syntax.ICU, ""), "5% {it's}")).isEqualTo("5% '{'it''s'}'");
        assertThat(DialectReader.quote(new ConvertedText(Syntax.PLAIN, ""), "5% {it's}")).isEqualTo("5% {it's}");
    }

    static SortedMap<String, String> forms(String written) {
        var forms = new TreeMap<String, String>();
        for (var form : written.split(";")) {
            forms.put(form.split("=", 2)[0], form.split("=", 2)[1]);
        }
        return forms;
    }

    private static ConvertedText read(String locale, MessageDialect dialect, RawText text) {
        return DialectReader.read(dialect, text, LocaleTag.parse(locale));
    }
}
