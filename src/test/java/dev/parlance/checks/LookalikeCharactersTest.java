package dev.parlance.checks;

class LookalikeCharactersTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new LookalikeCharacters();
    }

    @Override
    protected String table() {
        return """
                printf fr | 100% of %s  | 100 % d'accord avec %s    |
                printf de | %s full     | 100 % sicher: %s          |
                printf ja | %s          | 「%s」                     |
                printf ru | 50%         | 50 % с                    |
                ar        | API key     | مفتاح API                  |
                ru        | API key     | ключ ％s                   |
                ja        | {name}      | ｛例｝{name}                |
                printf zh | Too many %s | 太多 ％s                   | look-alike | 太多 %s
                printf ja | Too many %s | 多すぎます ％s              | look-alike | 多すぎます %s
                printf fr | File %s     | Fichier % s               | look-alike | Fichier %s
                printf ar | File %s     | الملف % s                  | look-alike | الملف %s
                printf de | File %s     | Datei %S                  | look-alike | Datei %s
                printf pl | %d files    | ％d plików                 | look-alike | %d plików
                ja        | File {name} | ファイル｛name｝            | look-alike | ファイル{name}
                """;
    }
}
