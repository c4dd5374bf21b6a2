package dev.parlance.checks;

class UnbalancedPunctuationTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new UnbalancedPunctuation();
    }

    @Override
    protected String table() {
        return """
                de | x     | Das „Feld“ (siehe ‚hier‘)          |
                fr | x     | Le « champ » d'entrée, l’autre      |
                sv | x     | Fältet ”namn” och »namn»           |
                da | x     | Feltet »navn« og ”navn”            |
                de | x     | (»a«, »:« und Syslog-»B«)          |
                pl | x     | Pole „nazwa” i «nazwa»             |
                ja | x     | 「名前」（必須）と『値』             |
                zh | x     | 名称（可选) “值”                    |
                ru | x     | Поле «имя „и“ имя» don't           |
                ar | x     | الحقل «اسم» و”اسم“ (هنا)            |
                he | x     | השדה ”שם” ו„שם”                     |
                he | x     | דוא"ל, חו"ל ומנכ"לית (צה"ל)         |
                he | x     | "דוא"ל" ב"שדה" ו"שם"               |
                zh | x     | 请输入"名称"。                      |
                en | -     | 1) first a) second :) 5" wide      |
                de | (open | (offen                             |
                en | -     | see `array[` and "x"               |
                ro | x     | începe cu „(” sau 「)」              |
                fr | x     | « [ » ou « } » attendu              |
                de | x     | Das „Feld                          | unbalanced
                de | x     | Feld »%s« und %s«                  | unbalanced
                fr | x     | Le « champ                         | unbalanced
                ja | x     | 「名前                              | unbalanced
                ja | x     | 名前）（必須                        | unbalanced
                ru | x     | Поле «имя                          | unbalanced
                ar | x     | (الحقل                              | unbalanced
                pl | x     | Pole "nazwa                        | unbalanced
                he | x     | "שדה                                | unbalanced
                zh | x     | 请输入"名称。                       | unbalanced
                en | -     | (see [here)]                       | unbalanced
                de | x     | {n, plural, one{(a)} other{(b}}    | unbalanced
                """;
    }
}
