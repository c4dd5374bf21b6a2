package dev.parlance.checks;

import dev.parlance.checks.text.CheckedTerm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class MissingGlossaryTermsTest extends CheckTestBase {
    private static final Map<String, String> ORDER = Map.of("de", "Auftrag", "ja", "注文", "ru", "ордер", "ar", "أمر", "fr", "ordre");
    private static final Map<String, String> PROXY = Map.of("de", "Stellvertreter", "ru", "посредник");

    @Override
    protected Check check() {
        return new MissingGlossaryTerms();
    }

    @Override
    protected CheckInput subject(CheckExample example) {
        var translation = Optional.ofNullable(ORDER.get(example.locale().value()));
        return example.input(OptionalInt.empty(),
                List.of(new CheckedTerm("order", translation, false), new CheckedTerm("Parlance", Optional.empty(), true),
                        new CheckedTerm("proxy", Optional.ofNullable(PROXY.get(example.locale().value())), false),
                        new CheckedTerm("index", Optional.ofNullable(PROXY.get(example.locale().value())), false)), List.of());
    }

    @Override
    protected String table() {
        return """
                de | The order failed   | Der Auftrag schlug fehl       |
                de | Orders of Parlance | Aufträge von Parlance         |
                de | Two orders         | Des Auftrags                  |
                ja | Order {s}          | 注文{s}                        |
                ru | An order           | Ордером                       |
                ar | order              | الأمر                          |
                pl | order              | zlecenie                      |
                fr | border, reordered  | bordure                       |
                fr | PARLANCE OR Parlance | OUVRIR PARLANCE             |
                ru | Open PARLANCE      | Открыть PARLANCE              |
                tr | PARLANCEX Parlance | Parlance                      |
                de | Two proxies        | Zwei Stellvertreter           |
                ru | proxyed, proxie    | заявка                        |
                ru | indexed            | заявка                        |
                de | Two proxies        | Zwei Proxys                   | term-missing
                ru | The indexes        | Указатели                     | term-missing
                de | The order failed   | Die Bestellung schlug fehl    | term-missing
                ja | Order {s}          | オーダー{s}                    | term-missing
                ru | An order           | заявка                        | term-missing
                ar | order              | طلب                            | term-missing
                fr | Open Parlance      | Ouvrir Parlement              | term-changed
                ar | Open PARLANCE      | Open parlance                 | term-changed
                de | PARLANCEX Parlance | PARLANCEX                     | term-changed
                """;
    }
}
