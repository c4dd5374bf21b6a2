package dev.parlance.checks;

class InvisibleCharactersTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new InvisibleCharacters();
    }

    @Override
    protected String table() {
        return """
                ar | x        | \u2068{s}\u2069 مرحبا \u200Fx           |
                fa | x        | می\u200Cخواهم                          |
                de | x        | Gruppen\u00ADänderung\u00AD x⏎        |
                de | x        | Benutzer\u00ADname                    |
                ja | x        | 👩\u200D👧 \u3000                      |
                ru | x        | \u202Bабв\u202C                        |
                ar | x        | \u2068مرحبا                             | bidi-unbalanced
                ar | x        | مرحبا\u2069                             | bidi-unbalanced
                he | x        | \u2067a\u202C                          | bidi-unbalanced
                hi | x        | क्\u200Dष न्\u200Cन                     |
                km | x        | ភាសា\u200Bខ្មែរ                          |
                fa | x        | خانه\u200Cام                           |
                en-GB | x     | ❤\uFE0F\u200D🔥 \uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F 1\uFE0F\u20E3 |
                de | x        | Grü\u200Bße                             | invisible-character | Grüße
                de | closed.  | geschlossen.\u200B                     | invisible-character | geschlossen.
                ru | x        | \uFEFFЗаг\u200Bрузка                   | invisible-character invisible-character
                ja | x        | 注文\u2060書\uFEFF                      | invisible-character invisible-character
                ar | x        | مر\uFEFFحبا                             | invisible-character
                fr | x        | caf\uDB40\uDC41é                       | invisible-character
                pl | x        | za\u200Dżółć                            | invisible-character
                de | x        | a\u2063ü \u3164                        | invisible-character invisible-character
                de | x        | \u202Eabc\u202C                        | invisible-character
                ja | orderId  | order\u200BId                          | invisible-character | orderId
                ru | x        | а\u0007б                               | invisible-character
                fr | x        | d\uFFFDj\uFFFD                         | invisible-character invisible-character
                """;
    }
}
