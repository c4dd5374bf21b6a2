package dev.parlance.checks;

import java.util.List;
import java.util.Set;

class MissingPunctuationSpaceTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new MissingPunctuationSpace();
    }

    @Override
    protected List<Set<String>> languages() {
        return List.of(Set.of("fr"));
    }

    @Override
    protected String table() {
        return """
                fr    | Sure?       | Sûr ?                                   |
                fr    | Sure?       | Sûr\u202F? {n}\u00A0: 12:30, https://x.org/?q=1 |
                fr    | x           | <a style="a: b; c: d">&lt;x&gt;</a>     |
                fr-CA | Sure?       | Sûr? Oui; non!                          |
                fr    | pgpipe: no  | pgpipe: non                             |
                de    | Sure?       | Sicher?                                 |
                ar    | Sure?       | متأكد؟ نعم: لا!                           |
                ja    | Name:       | Name: x                                 |
                ru    | Name:       | Имя: x!                                 |
                fr    | Sure?       | Sûr?                                    | mark-spacing | Sûr\u202F?
                fr    | {n}:        | {n}:                                    | mark-spacing | {n}\u00A0:
                fr-CH | Yes; no!    | Oui; non !                              | mark-spacing | Oui\u202F; non !
                fr-CA | Name: x     | Nom: x                                  | mark-spacing | Nom\u00A0: x
                fr    | Done!?      | Fini!?                                  |
                """;
    }
}
