package dev.parlance.checks;

class InvalidPatternTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new InvalidPattern();
    }

    @Override
    protected String table() {
        return """
                en        | -       | {n} files                                   |
                de        | {n}     | {n, plural, one{# Datei} other{# Dateien}}  |
                ar        | {n}     | {n} ملفات                                    |
                ja        | {n}     | '{'{n}'}' 件                                 |
                ru        | {n}     | {n, date, ::yMMMd}                          |
                printf fr | %s      | 100 % de %s                                 |
                de        | {n}     | {n                                          | pattern-invalid
                ru        | {n}     | {n, plural, one{файл} few{файла}}           | pattern-other
                ar        | {n}     | {n, select, a{b}}                           | pattern-other
                ja        | {n}     | {n}}件{                                      | pattern-invalid
                en        | -       | {n, spellout}                               | pattern-format
                pl        | {n}     | {n, number, ::scale/1E9}                    | pattern-format
                printf ja | %s      | %m                                          | pattern-conversion
                en        | -       | {99}                                        | pattern-too-complex
                """;
    }
}
