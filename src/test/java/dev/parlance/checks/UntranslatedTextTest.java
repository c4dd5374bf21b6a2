package dev.parlance.checks;

class UntranslatedTextTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new UntranslatedText();
    }

    @Override
    protected String table() {
        return """
                de    | Not found          | Nicht gefunden     |
                de    | Status             | Status             |
                ja    | OpenID Connect     | OpenID Connect     |
                ru    | {n} %              | {n} %              |
                ar    | UTC 12:30          | UTC 12:30          |
                fr    | order_id my_name   | order_id my_name   |
                cs    | $ export A=b/c     | $ export A=b/c     |
                sv    | ops/sec key: x     | ops/sec key: x     |
                en-GB | Not found here     | Not found here     |
                en-AU | Not found here     | Not found here     |
                ja    |                    |                    |
                ru    | {n}                |                    | empty
                ar    | Not found          | ␣⏎\u00A0\u200F      | empty
                ja    | Not found          |                    | empty
                fr    | Not found          | {n, plural, other{ }} | empty
                de    | Not found          | Not found          | untranslated
                ja    | The file {s} fails | The file {s} fails | untranslated
                ru    | Not found          | Not  found␣        | untranslated
                ar    | Not found          | Not found          | untranslated
                pt-BR | Please wait        | Please wait        | untranslated
                """;
    }
}
