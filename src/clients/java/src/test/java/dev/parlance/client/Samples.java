package dev.parlance.client;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Clients of the seed in the test resources, without a service. */
public final class Samples {

    private Samples() {
    }

    public static Parlance exchange() {
        return exchangeBuilder().build();
    }

    static ParlanceBuilder exchangeBuilder() {
        try (var seed = Samples.class.getResourceAsStream("/exchange-seed.json")) {
            return Parlance.builder().url("http://127.0.0.1:9").catalog("exchange").locales("en", "ja", "de")
                    .seed(seed.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
