package dev.parlance.checks.markup;

import dev.parlance.checks.Check;
import dev.parlance.checks.CheckTestBase;

public class ChangedMarkupTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new ChangedMarkup();
    }

    @Override
    protected String table() {
        return """
                de | Read <link>the terms</link> first. | Lies zuerst <link>die Bedingungen</link>. |
                ru | <b>A</b> and <i>B</i> | <i>Б</i> и <b>А</b> |
                ja | One<br>two | 一<br/>二 |
                ar | Usage: <file> | الاستخدام: <ملف> |
                fr | a < b and c > d | a < b et c > d |
                hi | <0>Save</0> it | इसे <0>सहेजें</0> |
                de | {n, plural, one{<b>#</b> x} other{<b>#</b> y}} | {n, plural, one{<b>#</b> x} other{<b>#</b> y}} |
                de | Read <link>the terms</link> first. | Lies <link>die Bedingungen zuerst. | markup
                ru | Read <b>this</b> | Прочтите это</b> | markup
                ja | Read <b>this</b> | これを読む | markup
                ar | Read <b>this</b> | اقرأ <strong>هذا</strong> | markup markup
                fr | Read this | Lisez <b>ceci</b> | markup
                hi | <b><i>Save</i></b> | <b><i>सहेजें</b></i> | markup
                pl | <b><i>Save</i></b> | <i><b>Zapisz</b></i> | markup
                de | One<br>two | Eins zwei | markup
                zh | <0>Save</0> | 保存<0> | markup
                de | {n, plural, one{<b>#</b> x} other{<b>#</b> y}} | {n, plural, one{<b>#</b> x} other{# y}} | markup
                """;
    }
}
