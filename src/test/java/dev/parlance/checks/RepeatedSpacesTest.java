package dev.parlance.checks;

class RepeatedSpacesTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new RepeatedSpaces();
    }

    @Override
    protected String table() {
        return """
                de | a b        | Ein Wort                                |
                fr | a  b       | deux  mots                              |
                fr | Size: {n}  | Taille :␣␣␣{n}                          |
                ar | a b        | كلمة كلمة                                |
                ja | a b        | 一⏎␣␣二                                  |
                ru | a          | ␣␣слово                                 |
                de | a b        | zwei␣␣Wörter                            | doubled-blanks | zwei Wörter
                ar | a b        | كلمة␣␣␣كلمة                              | doubled-blanks | كلمة كلمة
                ja | {n} b      | {n}␣␣件                                  | doubled-blanks | {n} 件
                ru | {n}        | {n, plural, one{# a␣} other{#␣}} b      | doubled-blanks doubled-blanks
                pl | {n}        | {n, plural, one{#␣␣plik} other{# pliki}} | doubled-blanks | {n, plural, one{# plik} other{# pliki}}
                """;
    }
}
