package dev.parlance.checks;

class QuotedArgumentsTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new QuotedArguments();
    }

    @Override
    protected String table() {
        return """
                fr        | File {name} | Le fichier ''{name}'' n'existe pas |
                de        | File {name} | Datei „{name}“                     |
                ar        | File {name} | الملف ''{name}''                    |
                ja        | File {name} | ファイル「{name}」                   |
                ru        | Write '{name}' | Пишите '{name}'                 |
                en        | -           | Write '{'foo'}' or '{bar}'         |
                fr        | File {name} | Le fichier '{name}' n'existe pas   | quoted-argument | Le fichier ''{name}'' n'existe pas
                de        | File {0}    | Datei '{0}' fehlt                  | quoted-argument | Datei ''{0}'' fehlt
                ar        | File {name} | الملف '{name}'                      | quoted-argument | الملف ''{name}''
                ja        | File {name} | ファイル '{name}'                    | quoted-argument | ファイル ''{name}''
                pl        | File {name} | Plik '{'name'}'                    | quoted-argument
                en        | -           | '{n}'                              | quoted-argument | ''{n}''
                printf ru | File %s     | Файл {0}                           | quoted-argument
                it        | {name}      | l''{name} e l'{name}'              | quoted-argument | l''{name} e l''{name}''
                """;
    }
}
