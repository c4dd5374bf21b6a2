package dev.parlance.codegen;

import dev.parlance.formats.folder.FolderFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** The messages of the shipped catalogs. */
final class ShippedMessages {
    private ShippedMessages() {
    }

    static MessageSet of(String catalog) {
        var content = new FolderFormat().read(it -> read(Path.of("translations", catalog, it)));
        var texts = content.texts().get(content.sourceLocale());
        return new MessageSet(catalog, content.messages().stream().map(it -> new CatalogMessage(it.key(), it.code(),
                Optional.of(it.reason()), OptionalInt.of(it.httpStatus()), it.grpcStatus(), texts.get(it.key()).message(),
                texts.get(it.key()).description(), it.contract().arguments())).toList());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
