package dev.parlance.checks;

class LineBreaksTest extends CheckContract {

    @Override
    Check check() {
        return new LineBreaks();
    }

    @Override
    String table() {
        return """
                de        | a⏎b      | eins⏎zwei  |
                ja        | a⏎b      | 一⏎二⏎      |
                ar        | a        | أ          |
                printf ru | a%nb     | а⏎б        |
                de        | a⏎b      | eins zwei  | line-breaks
                ar        | a        | أ⏎ب        | line-breaks
                ja        | a⏎⏎b     | 一⏎二       | line-breaks
                ru        | a        | а⏎б        | line-breaks
                """;
    }
}
