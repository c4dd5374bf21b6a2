package dev.parlance.checks;

class ChangedEndPunctuationTest extends CheckTestBase {

    @Override
    Check check() {
        return new ChangedEndPunctuation();
    }

    @Override
    String table() {
        return """
                de    | Not found.            | Nicht gefunden.                     |
                ja    | Not found.            | 見つかりません。                      |
                zh    | Name:                 | 名称：                               |
                ar    | Are you sure?         | هل أنت متأكد؟                         |
                hi    | Not found.            | नहीं मिला।                             |
                el    | Are you sure?         | Είστε σίγουροι;                     |
                hy    | Are you sure?         | Համոզվա՞ծ եք                        |
                hy    | Not found.            | Չի գտնվել։                          |
                hy    | Not found.            | Չի գտնվել:                          |
                hy    | Continue?             | Շարունակե՞լ:                        |
                ru    | If you did, see       | Если да, смотрите:                  |
                ja    | Use one of these:     | 次のいずれかを使います。               |
                pl    | Failed: {s}           | Nie udało się.                      |
                th    | Not found.            | ไม่พบ                                |
                ja    | Delete it?            | 削除しますか。                        |
                fr    | Wait...               | Attendez…                           |
                ru    | See <b>this</b>.      | Смотрите <b>это</b>.                |
                pl    | File “{name}”         | Plik „{name}”                       |
                en-GB | (Not found.)          | (Not found.)                        |
                de    | {n, plural, one{# day.} other{# days.}} | {n, plural, one{# Tag.} other{# Tage.}} |
                de    | Not found.            | Nicht gefunden                      | end-punctuation
                ja    | Not found             | 見つかりません。                      | end-punctuation
                ar    | Are you sure?         | هل أنت متأكد                          | end-punctuation
                ru    | Name:                 | Имя                                 | end-punctuation
                pl    | Wait…                 | Czekaj.                             | end-punctuation
                el    | Not found.            | Δεν βρέθηκε;                        | end-punctuation
                th    | Name:                 | ชื่อ                                  | end-punctuation
                fr    | {n, plural, one{# day.} other{# days.}} | {n, plural, one{# jour.} other{# jours}} | end-punctuation
                """;
    }
}
