package dev.parlance.client.example;

import dev.parlance.client.Parlance;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Creates the client once, with the seed that is shipped with the application. */
public class Texts {

    @Produces
    @Singleton
    Parlance open(@ConfigProperty(name = "texts.url", defaultValue = "http://127.0.0.1:9") String url) {
        try (var seed = Texts.class.getResourceAsStream("/exchange-seed.json")) {
            return Parlance.builder().url(url).catalog("exchange").locales("en", "ja", "de").seed(seed.readAllBytes()).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close(@Disposes Parlance texts) {
        texts.close();
    }
}
