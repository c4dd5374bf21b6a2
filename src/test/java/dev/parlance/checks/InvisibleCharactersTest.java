package dev.parlance.checks;

class InvisibleCharactersTest extends CheckTestBase {

    @Override
    Check check() {
        return new InvisibleCharacters();
    }

    @Override
    String table() {
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
                de | x        | \u202Eabc\u202C                        | invisible-character
                ja | orderId  | order\u200BId                          | invisible-character | orderId
                ru | x        | а\u0007б                               | invisible-character
                fr | x        | d\uFFFDj\uFFFD                         | invisible-character invisible-character
                """;
    }
}
