package dev.parlance.checks;

class ChangedNumbersTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new ChangedNumbers();
    }

    @Override
    protected String table() {
        return """
                de | 1,000.5 bytes     | 1.000,5 Byte           |
                fr | 10,000 files      | 10\u202F000 fichiers   |
                ar | 24 hours          | ٢٤ ساعة                 |
                ar | 2 hours           | ساعتان                  |
                hi | 30 days           | ३० दिन                  |
                ja | 30 days in step 3 | 手順3では30日            |
                ru | 1 day             | день                   |
                de | OAuth2, SHA256    | OAuth und SHA          |
                pl | two-factor        | 2-etapowe              |
                sv | at least 2 files  | minst två filer        |
                zh | 2 billion         | 20 亿                   |
                ja | hexadecimal       | 16進数                  |
                cs | Bad digest        | RFC 2617               |
                ja | ISO 8859, [-1,1]  | ISO8859、[-1, 1]        |
                pl | 2 hours           | dwie godziny           |
                de | 24 hours          | 48 Stunden             | number-added number-missing
                ar | 24 hours          | ٤٢ ساعة                 | number-added number-missing
                ja | 30 days           | 3日間                   | number-added number-missing
                ru | 50 files          | файлов                 | number-missing
                fr | 3 attempts        | 5 essais               | number-added number-missing
                """;
    }
}
