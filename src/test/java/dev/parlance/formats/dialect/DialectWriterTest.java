package dev.parlance.formats.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.EntryDetails;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.RawText.Single;
import dev.parlance.formats.RawText.Substitutions;
import dev.parlance.formats.ReviewState;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the texts of each dialect for a pattern, and the reported losses. */
class DialectWriterTest {
    private static final ArgumentContract CONTRACT = new ArgumentContract(List.of(new Argument("s", ArgumentType.STRING, ""),
            new Argument("n", ArgumentType.NUMBER, ""), new Argument("m", ArgumentType.NUMBER, ""),
            new Argument("d", ArgumentType.DATETIME, "")));

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '"', nullValues = "-", value = {
            "ICU ^ it's {s} {n, plural, other{#}} ^ it's {s} {n, plural, other{#}} ^ -",
            "JAVA ^ it''s '{'{s}'}' {n} ^ it''s '{'{0}'}' {1} ^ -",
            "SPRING ^ it''s {s} ^ it''s {0} ^ -",
            "SPRING ^ it''s '{'x'}' ^ it's {x} ^ -",
            "SPRING ^ '{'0'}' ^ {0} ^ syntax",
            "PRINTF ^ 5% {s} '{' ^ 5%% %s { ^ -",
            "PRINTF ^ {n,number,::group-off precision-integer} {s} ^ %2$d %1$s ^ -",
            "PRINTF ^ {n} ^ %2$s ^ number-style=n",
            "APPLE ^ 5% {s} {n,number,::group-off .00 rounding-mode-half-up} ^ 5%% %@ %.2f ^ number-style=n",
            "I18NEXT ^ it''s {s} {n} ^ it's {{s}} {{n, number}} ^ -",
            "I18NEXT ^ '{{s}}' ^ {{s}} ^ syntax",
            "RUBY ^ 5% %'{'{s} %% ^ 5% %%{%{s} %%%% ^ -",
            "RUBY ^ %{s} {n,number,::group-off precision-integer} ^ %%%{s} %<n>d ^ -",
            "RUBY ^ {n,number,::compact-short} ^ %{n} ^ number-style=n",
            "PYTHON ^ 5% {s} {n,number,::group-off precision-integer} ^ 5%% %(s)s %(n)d ^ -",
            "GO ^ '{{' {s} '{'{s} ^ {{\"{{\"}} {{.s}} {{\"{\"}}{{.s}} ^ -",
            "WEBEXTENSION ^ $5 {s} $$ ^ $$5 $1 $$$ ^ -",
            "WEBEXTENSION ^ ${s}0 ^ $$ $10 ^ syntax",
            "SYMFONY ^ it''s {s} 5% ^ it's %s% 5% ^ -",
            "SYMFONY ^ {s} a|b ^ %s% a||b ^ syntax",
            "SYMFONY ^ a|b ^ a|b ^ -",
            "SYMFONY ^ %ab% ^ %ab% ^ syntax",
            "SYMFONY ^ {n, plural, =0{none} one{# file} other{# files}} in {s} ^ {0} none in %s%|%n% file in %s%|%n% files in %s% ^ "
            + "number-style=n",
            "SYMFONY ^ {n, plural, one{File} other{Files}} ^ one: File|other: Files ^ -",
            "BRACES ^ it''s '{'x {s} ^ it's {x {s} ^ -",
            "BRACES ^ '{'x'}' ^ {x} ^ syntax",
            "BRACES ^ {n, plural, one{it''s '#'1} other{# {s}}} ^ {n, plural, one{it's #1} other{{n} {s}}} ^ number-style=n",
            "BRACES ^ '{'{n, plural, other{a}} ^ ({n, plural, other{a}} ^ syntax",
            "PLAIN ^ it''s {s} ^ it's {s} ^ syntax=s",
            "JAVA ^ {n, plural, one{a} other{b}} {s, select, x{c} other{d}} ^ b d ^ plural-form=n, selection=s",
            "RUBY ^ {d, date, short} ^ %{d} ^ date=d",
            "JAVA ^ {x} ^ '{'x'}' ^ undeclared-argument=x"})
    void writesSingleTexts(MessageDialect dialect, String pattern, String text, String losses) {
        assertThat(write(dialect, PluralSupport.NONE, "en", pattern, losses)).isEqualTo(new Single(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '"', nullValues = "-", value = {
            "en ^ PRINTF ^ a {n, plural, one{{n,number,::group-off precision-integer} day} other{{n,number,::group-off "
                    + "precision-integer} days}} of {s} ^ 1 ^ one=a %2$d day of %1$s;other=a %2$d days of %1$s ^ -",
            "en ^ APPLE ^ {n, plural, one{# day} other{# days}} ^ 1 ^ one=%2$d day;other=%2$d days ^ number-style=n",
            "en ^ RUBY ^ {n, plural, =0{none} one{# day} other{# days}} ^ n ^ =0=none;one=%{n} day;other=%{n} days ^ number-style=n",
            "en ^ I18NEXT ^ {n, plural, =1{one} other{# {s}}} ^ count ^ one=one;other={{count, number}} {{s}} ^ -",
            "en ^ JAVA ^ {n, plural, one{# a} other{# b}} ^ 1 ^ one={1} a;other={1} b ^ -",
            "ru ^ GO ^ {n, plural, one{a} other{b}} ^ n ^ few=b;many=b;one=a;other=b ^ -",
            "en ^ GO ^ {n, plural, one{a} other{b}} {m, plural, one{c} other{d}} ^ n ^ one=a d;other=b d ^ plural-form=m",
            "en ^ GO ^ {n, plural, one{a} other{b}} {n, plural, one{c} other{d}} ^ n ^ one=a c;other=b d ^ -",
            "en ^ GO ^ {n, plural, =5{five} one{a} other{b}} ^ n ^ one=a;other=b ^ plural-form=n",
            "en ^ GO ^ {n, plural, offset:1 one{a} other{b}} ^ n ^ one=a;other=b ^ plural-form=n",
            "en ^ GO ^ {s, select, x{q} other{{n, plural, one{a} other{b}}}} ^ n ^ one=a;other=b ^ selection=s"})
    void writesForms(String locale, MessageDialect dialect, String pattern, String argument, String forms, String losses) {
        var written = (PluralForms) write(dialect, PluralSupport.FORMS, locale, pattern, losses);
        assertThat(written.argument()).isEqualTo(argument);
        assertThat(written.forms().entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).collect(Collectors.joining(";")))
                .isEqualTo(forms);
    }

    @Test
    void writesSubstitutionsForSeveralCountedArguments() {
        var written = (Substitutions) write(MessageDialect.APPLE, PluralSupport.SUBSTITUTIONS, "en",
                "{s}: {n, plural, one{# file} other{# files}} in {m, plural, one{a folder} other{# of {s}}}",
                "number-style=m, number-style=n");
        assertThat(written.text()).isEqualTo("%1$@: %2$#@n@ in %3$#@m@");
        assertThat(written.variables().get("n").argument()).isEqualTo("1");
        assertThat(written.variables().get("n").forms()).isEqualTo(DialectReaderTest.forms("one=%2$d file;other=%2$d files"));
        assertThat(written.variables().get("m").forms()).isEqualTo(DialectReaderTest.forms("one=a folder;other=%3$d of %1$@"));
    }

    @ParameterizedTest
    @EnumSource(MessageDialect.class)
    void writesTextsWithoutPluralsAsSingleOnes(MessageDialect dialect) {
        for (var plurals : PluralSupport.values()) {
            assertThat(write(dialect, plurals, "en", "Hello", null)).isEqualTo(new Single("Hello"));
        }
    }

    /** In files for translators, isolates would become part of the imported text. */
    @Test
    void isolatesStringsForClientsOnly() {
        var ar = LocaleTag.parse("ar");
        var client = new BundleContent.Entry("key", "x {s}", CONTRACT, ar);
        var file = new BundleContent.Entry("key", "x {s}", CONTRACT, ar, Set.of(),
                new EntryDetails(Optional.empty(), Optional.of("y {s}"), Optional.empty(), Optional.of(ReviewState.TRANSLATED)));
        var writer = new DialectWriter(MessageDialect.RUBY, PluralSupport.NONE, new ClientLocale(ar));
        assertThat(writer.write(client, new Losses(client))).isEqualTo(new Single("x \u2068%{s}\u2069"));
        assertThat(writer.write(file, new Losses(file))).isEqualTo(new Single("x %{s}"));
    }

    private static RawText write(MessageDialect dialect, PluralSupport plurals, String locale, String pattern, String expectedLosses) {
        var tag = LocaleTag.parse(locale);
        var entry = new BundleContent.Entry("key", pattern, CONTRACT, tag);
        var losses = new Losses(entry);
        var written = new DialectWriter(dialect, plurals, new ClientLocale(tag)).write(entry, losses);
        assertThat(losses.all().stream().map(it -> it.reason().label() + (it.argument().isEmpty() ? "" : "=" + it.argument()))
                .collect(Collectors.joining(", "))).isEqualTo(expectedLosses == null ? "" : expectedLosses);
        return written;
    }
}
