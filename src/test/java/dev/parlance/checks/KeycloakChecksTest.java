package dev.parlance.checks;

import dev.parlance.rendering.Corpora;
import dev.parlance.rendering.Corpora.Corpus;
import java.io.IOException;

/** The themes of Keycloak in 41 languages, written by many translators. */
class KeycloakChecksTest extends CorpusChecksTestBase {

    @Override
    String name() {
        return "keycloak";
    }

    @Override
    Corpus corpus() throws IOException {
        return Corpora.keycloak();
    }
}
