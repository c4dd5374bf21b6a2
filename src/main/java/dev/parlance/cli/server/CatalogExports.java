package dev.parlance.cli.server;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.formats.MessageDialect;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Exports the draft of a catalog. */
public record CatalogExports(ApiClient client, String catalog, boolean refuseLosses) {
    private static final String LOSSY = "Parlance-Lossy";

    /**
     * An exported file.
     *
     * @param bytes must not be modified
     * @param lossy the keys that the format cannot represent exactly, in the notation of the server; empty if there are none
     */
    public record ExportedFile(byte[] bytes, String lossy) {
    }

    /**
     * Exports one locale in a format.
     *
     * @param dialect empty for the dialect of the format
     */
    public ExportedFile locale(String format, Optional<MessageDialect> dialect, LocaleTag locale) {
        var response = client.send(withOptions(ApiRequest.get("catalogs", catalog, "exports", locale.value()), format, dialect));
        return new ExportedFile(response.body(), response.header(LOSSY).orElse(""));
    }

    /**
     * The exported files of all locales.
     *
     * @param files by path
     * @param lossy as in {@link ExportedFile}
     */
    public record ExportedFolder(Map<String, byte[]> files, String lossy) {
    }

    /** Exports all locales in the conventional layout of a format. */
    public ExportedFolder all(String format) {
        var response = client.send(withOptions(ApiRequest.get("catalogs", catalog, "exports"), format, Optional.empty()));
        try {
            return new ExportedFolder(FileArchive.unpack(response.body()), response.header(LOSSY).orElse(""));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNREACHABLE, "Cannot read the archive from the server: " + e.getMessage());
        }
    }

    private ApiRequest withOptions(ApiRequest request, String format, Optional<MessageDialect> dialect) {
        var chosen = request.with("format", format);
        chosen = dialect.isPresent() ? chosen.with("dialect", dialect.get().label()) : chosen;
        return refuseLosses ? chosen.with("lossy", "refuse") : chosen;
    }
}
