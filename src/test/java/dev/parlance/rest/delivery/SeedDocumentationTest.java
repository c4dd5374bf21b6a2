package dev.parlance.rest.delivery;

import static dev.parlance.rest.AccessFixtures.asAdministrator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.PostgresTestResource;
import dev.parlance.rest.AccessFixtures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the program of {@code seeds.md} that verifies a seed. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SeedDocumentationTest {
    private final String catalog = "seed-docs-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    AccessFixtures fixtures;
    @TempDir
    Path folder;

    private String seed;
    private String publicKey;

    @BeforeEach
    void fetchSignedSeed() {
        fixtures.createCatalog(catalog);
        asAdministrator().body("{}").post("/v1/signing-keys").then().statusCode(201);
        seed = given().get("/v1/catalogs/" + catalog + "/releases/1/seed").then().statusCode(200).extract().asString();
        publicKey = given().get("/v1/signing-keys").jsonPath()
                .getString("keys.find { it.id == '" + given().get("/v1/catalogs/" + catalog + "/releases/1/seed").path("signature.keyId")
                        + "' }.jwk.x");
    }

    @Test
    void verifiesSeeds() throws Exception {
        var program = compile();
        assertThatCode(() -> run(program, seed)).doesNotThrowAnyException();
        for (var changed : new String[] {seed.replaceFirst("Plain", "Plane"),
                seed.replace("\"release\":1,\"signature", "\"release\":2,\"signature"),
                seed.replace("\"sourceLocale\":\"en\"", "\"sourceLocale\":\"fr\""),
                seed.replace("\"locale\":\"de\"}", "\"locale\":\"da\"}")}) {
            assertThat(changed).isNotEqualTo(seed);
            assertThatThrownBy(() -> run(program, changed)).isInstanceOf(SecurityException.class);
        }
    }

    private Path compile() throws IOException {
        var source = Files.readString(Path.of("src/docs/seeds.md")).split("```java\n")[1].split("```")[0];
        var file = Files.writeString(folder.resolve("VerifySeed.java"), source);
        var jackson = ObjectMapper.class.getProtectionDomain().getCodeSource().getLocation();
        var core = JsonParser.class.getProtectionDomain().getCodeSource().getLocation();
        var annotations = JsonProperty.class.getProtectionDomain().getCodeSource().getLocation();
        var classPath = String.join(File.pathSeparator, jackson.getPath(), core.getPath(), annotations.getPath());
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-cp", classPath, file.toString())).isZero();
        return folder;
    }

    private void run(Path program, String text) throws Exception {
        var file = Files.writeString(folder.resolve("texts.json"), text);
        try (var loader = new URLClassLoader(new URL[] {program.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass("VerifySeed").getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {file.toString(), publicKey});
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }
}
