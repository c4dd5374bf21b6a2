package dev.parlance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.ArgumentMismatches;
import dev.parlance.checks.Checks;
import dev.parlance.checks.EdgeWhitespace;
import dev.parlance.checks.InconsistentTranslations;
import dev.parlance.checks.LookalikeCharacters;
import dev.parlance.checks.MismatchedPluralForms;
import dev.parlance.checks.UntranslatedText;
import dev.parlance.checks.markup.ChangedMarkup;
import dev.parlance.checks.text.CheckedText;
import dev.parlance.drift.DriftPage.Position;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drift within one catalog, and between two. */
class FindDriftTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag DE = LocaleTag.parse("de");
    private static final ArgumentContract COLOR = new ArgumentContract(List.of(new Argument("color", ArgumentType.STRING, "red")));

    private static final DriftMessage.EffectiveGrpcStatus DERIVED = new DriftMessage.EffectiveGrpcStatus("DERIVED", true);

    private final FindDrift drift = new FindDrift(new Checks(List.of(new ArgumentMismatches(), new LookalikeCharacters(),
            new MismatchedPluralForms(), new ChangedMarkup(), new UntranslatedText(), new InconsistentTranslations(),
            new EdgeWhitespace())));

    @Test
    void reportsWhatChecksSayAboutLocales() {
        var found = find(catalog(
                message("full-width", "The {color} one", "Das ｛color｝ hier"),
                message("cyrillic", "The {color} one", "Das {\u0441olor} hier"),
                message("markup", "A <b>bold</b> word", "Ein fettes Wort"),
                message("same", "the order was not accepted", "the order was not accepted"),
                message("blank", "Good", " Gut")));
        assertThat(found).contains("look-alike full-width de", "arguments full-width de", "arguments cyrillic de",
                "look-alike cyrillic de \u0441olor / color", "markup markup de", "same-as-source same de");
        assertThat(found).as("no findings about style").noneMatch(it -> it.contains("blank"));
    }

    @Test
    void reportsPluralsThatDoNotFit() {
        var contract = new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "5")));
        var plural = new DriftMessage("plural", "1", "PLURAL", 400, DERIVED, Optional.empty(), contract, new TreeMap<>(Map.of(EN,
                new CheckedText(Syntax.ICU, "{n, plural, one{# order} other{# orders}}", ""), DE,
                new CheckedText(Syntax.ICU, "{n, plural, one{# Order} few{# Order} other{# Orders}}", ""))));
        assertThat(find(catalog(plural))).contains("plurals plural de");
    }

    @Test
    void reportsDifferentTranslationsOfOneSource() {
        assertThat(find(catalog(message("a", "Order cancelled", "Auftrag storniert"), message("b", "Order cancelled", "Order abgebrochen"),
                message("c", "Order open", "Order offen")))).containsExactly("inconsistent a de", "inconsistent b de");
    }

    @ParameterizedTest
    @CsvSource({"400,after-delay,true", "400,after-fix,false", "400,,false", "429,never,true", "429,after-delay,false",
        "503,same-request,false", "500,never,false", "409,same-request,false", "401,same-request,true"})
    void comparesStatusWithAdvice(int status, String retry, boolean conflict) {
        var found = find(catalog(definition("a", "1", status, retry)));
        assertThat(found).isEqualTo(conflict
                ? List.of("advice a - httpStatus " + status + ", grpcStatus DERIVED, retry " + retry) : List.of());
    }

    @Test
    void comparesMessagesOfOneCode() {
        assertThat(find(catalog(definition("a", "1", 409, "never"), definition("b", "1", 409, "never"), definition("c", "1", 400, "never"),
                definition("d", "2", 500, null)))).containsExactly(
                "advice c - code 1: httpStatus 400, grpcStatus DERIVED, retry never; a: httpStatus 409, grpcStatus DERIVED, retry never");
    }

    @Test
    void reportsGrpcStatusThatContradictsHttpStatus() {
        assertThat(find(catalog(definition("a", "1", 404, new DriftMessage.EffectiveGrpcStatus("ABORTED", false), null),
                definition("b", "2", 400, new DriftMessage.EffectiveGrpcStatus("OUT_OF_RANGE", true), null)))).containsExactly(
                "advice a - httpStatus 404, grpcStatus ABORTED, retry unknown");
    }

    @Test
    void comparesGrpcStatusesOfOneCode() {
        assertThat(find(catalog(definition("a", "1", 400, null),
                definition("b", "1", 400, new DriftMessage.EffectiveGrpcStatus("OUT_OF_RANGE", true), null)))).containsExactly(
                "advice b - code 1: httpStatus 400, grpcStatus OUT_OF_RANGE, retry unknown; a: httpStatus 400, grpcStatus DERIVED, "
                + "retry unknown");
        assertThat(describe(CompareCatalogs.compare(catalog(definition("a", "1", 400, null)),
                catalog(definition("a", "1", 400, new DriftMessage.EffectiveGrpcStatus("OUT_OF_RANGE", true), null)), Optional.empty(),
                it -> true, Position.START, 9))).containsExactly("definition a - grpcStatus DERIVED / OUT_OF_RANGE");
    }

    @Test
    void pagesWithoutGapsOrRepetitions() {
        var catalog = catalog(message("a", "Order <b>cancelled</b> now", "Auftrag storniert"), message("b", "x", "y"),
                message("c", "Order <b>cancelled</b> now", "Order abgebrochen"));
        var all = drift.find(catalog, Optional.empty(), it -> true, Position.START, 100).items();
        var paged = new ArrayList<DriftItem>();
        var next = Optional.of(Position.START);
        while (next.isPresent()) {
            var page = drift.find(catalog, Optional.empty(), it -> true, next.get(), 1);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(1);
            paged.addAll(page.items());
            next = page.next();
        }
        assertThat(paged).isEqualTo(all).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void endsPageAfterManyTexts() {
        var messages = new DriftMessage[FindDrift.MAX_EXAMINED_TEXTS];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = message("k" + i, "Text " + i, "Wort " + i);
        }
        var page = drift.find(catalog(messages), Optional.empty(), it -> true, Position.START, 100);
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).contains(new Position(FindDrift.MAX_EXAMINED_TEXTS / 2, 0));
        assertThat(drift.find(catalog(messages), Optional.empty(), it -> true, page.next().orElseThrow(), 100).next()).isEmpty();
    }

    @Test
    void comparesTwoCatalogs() {
        var here = catalog(definition("a", "1", 409, "never"), message("only-here", "x", "y"),
                message("same", "The {color}", "Das {color}"));
        var there = catalog(definition("a", "1", 429, null), message("same", "The {color}", "Die {color}"),
                message("only-there", "x", "y"));
        assertThat(describe(CompareCatalogs.compare(here, there, Optional.empty(), it -> true, Position.START, 100))).containsExactly(
                "definition a - httpStatus 409 / 429", "definition a - retry never / -", "only-here only-here - code only-here",
                "text same de Das {color} / Die {color}", "only-there only-there - code only-there");
        assertThat(describe(CompareCatalogs.compare(here, there, Optional.of(EN), it -> it.kind() == DriftKind.TEXT, Position.START, 9)))
                .isEmpty();
    }

    private List<String> find(DriftCatalog catalog) {
        return describe(drift.find(catalog, Optional.empty(), it -> true, Position.START, 100));
    }

    private static List<String> describe(DriftPage page) {
        assertThat(page.next()).isEmpty();
        return page.items().stream().map(it -> (it.kind().label() + " " + it.key() + " " + it.locale().map(LocaleTag::value).orElse("-")
                + " " + it.what()).strip()).toList();
    }

    private static DriftMessage message(String key, String english, String german) {
        var texts = new TreeMap<LocaleTag, CheckedText>();
        texts.put(EN, new CheckedText(Syntax.ICU, english, ""));
        texts.put(DE, new CheckedText(Syntax.ICU, german, ""));
        return new DriftMessage(key, key, key, 500, DERIVED, Optional.empty(), english.contains("{") ? COLOR : ArgumentContract.EMPTY,
                texts);
    }

    private static DriftMessage definition(String key, String code, int status, String retry) {
        return definition(key, code, status, DERIVED, retry);
    }

    private static DriftMessage definition(String key, String code, int status, DriftMessage.EffectiveGrpcStatus grpcStatus, String retry) {
        return new DriftMessage(key, code, key, status, grpcStatus, Optional.ofNullable(retry), ArgumentContract.EMPTY, new TreeMap<>());
    }

    private static DriftCatalog catalog(DriftMessage... messages) {
        var all = List.of(messages);
        return new DriftCatalog(EN, new TreeSet<>(List.of(EN, DE)), all,
                all.stream().map(it -> it.text(EN).map(CheckedText::message).orElse("")).toList(),
                key -> all.stream().filter(it -> it.key().equals(key)).findFirst(),
                code -> all.stream().filter(it -> it.code().equals(code)).map(DriftMessage::key).toList());
    }
}
