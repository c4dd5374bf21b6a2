package dev.parlance.client;

import dev.parlance.client.format.Amount;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders the cases of a file, for the test that compares the client with the packaged service. */
public final class RenderCases {

    private RenderCases() {
    }

    /** @param args URL, catalog, time zone, file with the cases and file for the texts */
    public static void main(String... args) throws Exception {
        var input = Json.readObject(Files.readAllBytes(Path.of(args[3])));
        var texts = new ArrayList<String>();
        for (var locale : Json.array(input, "locales")) {
            try (var client = Parlance.builder().url(args[0]).catalog(args[1]).locale((String) locale).timeZone(ZoneId.of(args[2]))
                    .events(false).build()) {
                if (!client.awaitReady(Duration.ofSeconds(30))) {
                    throw new IllegalStateException("no release in " + locale);
                }
                for (var item : Json.array(input, "cases")) {
                    var renderCase = Seed.asObject(item);
                    texts.add(client.text(Json.string(renderCase, "key"), arguments(Json.object(renderCase, "arguments"))));
                }
            }
        }
        Files.write(Path.of(args[4]), Json.write(Map.of("texts", List.copyOf(texts))));
    }

    private static Map<String, Object> arguments(Map<String, Object> values) {
        var arguments = new LinkedHashMap<>(values);
        arguments.replaceAll((name, value) -> value instanceof Map<?, ?> amount
                ? new Amount(new BigDecimal((String) amount.get("value")), (String) amount.get("currency"))
                : value);
        return arguments;
    }
}
