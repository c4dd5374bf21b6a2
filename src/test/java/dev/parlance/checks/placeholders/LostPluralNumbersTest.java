package dev.parlance.checks.placeholders;

import dev.parlance.checks.Check;
import dev.parlance.checks.CheckTestBase;

public class LostPluralNumbersTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new LostPluralNumbers();
    }

    @Override
    protected String table() {
        return """
                de | {n, plural, one{# episode} other{# episodes}} | {n, plural, one{Eine Folge} other{# Folgen}} |
                ru | {n, plural, one{# year} other{# years}} | {n, plural, one{# год} few{# года} many{# лет} other{# года}} |
                ru | {n, plural, one{A year} other{Years}} | {n, plural, one{Год} few{Годы} many{Годы} other{Годы}} |
                ja | {n, plural, one{# file} other{# files}} | {n, plural, other{ファイル{n}個}} |
                ar | {n, plural, one{# file} other{# files}} | {n, plural, zero{لا ملفات} one{ملف} two{ملفان} few{# ملفات} many{# ملفًا} other{# ملف}} |
                fr | {n, plural, one{# file} other{# files}} | {n, plural, =0{Rien} one{Un fichier} other{# fichiers}} |
                pl | {n, plural, one{# file} other{# files}} | {n} {n, plural, one{plik} few{pliki} many{plików} other{pliku}} |
                de | {n, plural, one{# a} other{# b}} | {n, plural, one{Eins} other{{g, select, a{{n} x} other{{n} y}}}} |
                hi | {n, selectordinal, one{#st} other{#th}} | {n, selectordinal, one{पहला} other{#वाँ}} |
                de | {n, plural, one{Downloading # episode.} other{Downloading # episodes.}} | {n, plural, one{Folge wird geladen.} other{Folgen werden geladen.}} | number-lost
                ru | {n, plural, one{# year ago} other{# years ago}} | {n, plural, one{год назад} few{# года назад} many{# лет назад} other{# года назад}} | number-lost
                uk | {n, plural, one{# day} other{# days}} | {n, plural, one{# день} few{дні} many{# днів} other{# дня}} | number-lost
                fr | {n, plural, one{# file} other{# files}} | {n, plural, one{Un fichier} other{# fichiers}} | number-lost
                ja | {n, plural, one{# file} other{# files}} | {n, plural, other{ファイル}} | number-lost
                ar | {n, plural, one{# file} other{# files}} | {n, plural, zero{لا ملفات} one{ملف} two{ملفان} few{ملفات} many{# ملفًا} other{# ملف}} | number-lost
                de | {n} files | {n, plural, one{Datei} other{Dateien}} | number-lost
                hi | {n, plural, one{# day} other{# days}} | {n, plural, one{एक दिन} other{# दिन}} | number-lost
                de | {n, plural, one{# a} other{# b}} | {n, plural, one{Eins} other{{g, select, a{{n} x} other{y}}}} | number-lost
                """;
    }
}
