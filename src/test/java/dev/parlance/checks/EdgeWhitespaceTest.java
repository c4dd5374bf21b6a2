package dev.parlance.checks;

class EdgeWhitespaceTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new EdgeWhitespace();
    }

    @Override
    protected String table() {
        return """
                de | Name:␣     | Name:␣     |
                ja | Name:␣     | 名前：      |
                ar | Name       | الاسم       |
                ru | {n}        | {n}        |
                en | -          | x          |
                de | Name       | Name␣      | edge-blanks | Name
                ar | Name       | ␣الاسم      | edge-blanks | الاسم
                ja | Name       | ⏎名前       | edge-blanks | 名前
                pl | Name:␣     | Nazwa:     | edge-blanks
                fr | ␣or        | ou         | edge-blanks
                en | -          | ␣x␣        | edge-blanks edge-blanks | x␣
                ru | {n}        | ␣␣{n}      | edge-blanks | {n}
                """;
    }
}
