package dev.parlance.checks;

class MixedScriptsTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new MixedScripts();
    }

    @Override
    protected String table() {
        return """
                ru | API key | ключ API, SMSом, API-ключ |
                el | 5 μs    | 5 μs, 3 kΩ                |
                ja | API key | APIキー                    |
                ar | API key | مفتاح API                  |
                de | orderId | orderId                   |
                ru | API key | ключ \u0410PI               | mixed-letters
                uk | Service | C\u0435рвіс                | mixed-letters
                el | new     | \u004Eέου                  | mixed-letters
                de | orderId | \u043ErderId                | mixed-letters
                ja | API key | \u0410PIキー                | mixed-letters
                ar | API key | مفتاح \u0410PI              | mixed-letters
                """;
    }
}
