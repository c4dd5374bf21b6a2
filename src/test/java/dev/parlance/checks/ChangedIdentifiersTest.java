package dev.parlance.checks;

class ChangedIdentifiersTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new ChangedIdentifiers();
    }

    @Override
    protected String table() {
        return """
                de | The orderId is wrong          | Die orderId ist falsch            |
                ja | LIMIT_MAKER order             | LIMIT_MAKER注文                    |
                ar | Write `true` here             | اكتب `true` هنا                     |
                ru | See https://x.org/a.          | См. https://x.org/a, там          |
                fr | Ask me@x.org                  | Demandez à me@x.org               |
                fr | join_type                     | type_jointure                     |
                pl | iPhone and JavaScript, eMail  | telefon i skrypt                  |
                de | The orderId is wrong          | Die Auftrags-ID ist falsch        | identifier-changed
                ja | LIMIT_MAKER order             | リミットメーカー注文                | identifier-changed
                ar | Write `true` here             | اكتب `صحيح` هنا                     | identifier-changed
                ru | See https://x.org/a.          | См. https://x.org/b               |
                ru | See https://x.org/a.          | См. там                           | identifier-changed
                fr | Ask me@x.org                  | Demandez à moi                    | identifier-changed
                pl | orderId and my_name           | orderid i my_name                 | identifier-changed
                """;
    }
}
