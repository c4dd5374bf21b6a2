package dev.parlance.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Fetches the seeds of a catalog. */
public record CatalogSeeds(ApiClient client, String catalog) {

    /**
     * A seed whose digests match.
     *
     * @param bytes must not be modified
     * @param keyId empty if the seed is not signed
     */
    public record SeedFile(byte[] bytes, int release, List<String> locales, Optional<String> keyId) {
    }

    /** Returns the release that a channel points at. */
    public int releaseOf(String channel) {
        return client.send(ApiRequest.get("catalogs", catalog, "channels", channel)).json().path("release").asInt();
    }

    /**
     * Returns the seed of a release.
     *
     * @param locales separated by commas; empty for all
     * @throws CommandFailure {@code UNREACHABLE} if the response was damaged on its way
     */
    public SeedFile fetch(int release, Optional<String> locales) {
        var request = ApiRequest.get("catalogs", catalog, "releases", Integer.toString(release), "seed");
        var response = client.send(locales.isPresent() ? request.with("locales", locales.get()) : request);
        var seed = response.json();
        if (!seed.path("catalog").asText().equals(catalog) || seed.path("release").asInt() != release || !seed.path("bundles").isArray()) {
            throw damaged("It is not the seed of release " + release + " of " + catalog + ".");
        }
        var included = new ArrayList<String>();
        for (var bundle : seed.path("bundles")) {
            requireDigest(bundle);
            included.add(bundle.path("locale").asText());
        }
        return new SeedFile(response.body(), release, List.copyOf(included),
                Optional.of(seed.path("signature").path("keyId").asText()).filter(it -> !it.isEmpty()));
    }

    private static void requireDigest(JsonNode bundle) {
        if (!bundle.path("digest").asText().equals(digest(bundle.path("content").asText()))) {
            throw damaged("The digest of " + bundle.path("locale").asText() + " does not match its content.");
        }
    }

    private static String digest(String content) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static CommandFailure damaged(String reason) {
        return new CommandFailure(ExitCode.UNREACHABLE, "The seed is damaged. " + reason);
    }
}
