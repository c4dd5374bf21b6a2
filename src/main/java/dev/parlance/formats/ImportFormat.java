package dev.parlance.formats;

import java.util.Optional;

/**
 * A reader of files of one format.
 *
 * <p>Implementations are stateless. They report what they cannot represent as {@link FileIssue}, and never drop anything silently.
 */
public interface ImportFormat {

    /** Returns the name in {@code ?format=}. A format that can also be written has the same name there. */
    String name();

    /**
     * Returns how probable it is that a file has this format, from 0 to 1.
     *
     * <p>The content counts more than the extension. Never throws for any bytes, and looks at a bounded part of the file.
     */
    double recognise(SourceFile file);

    /**
     * Returns the messages of a file, with texts as the file holds them.
     *
     * @throws FileFormatException if the file violates the format or exceeds a limit
     */
    FileContent read(SourceFile file);

    /** Returns the dialect that the definition of the format prescribes; empty if the texts have to tell. */
    default Optional<MessageDialect> dialect() {
        return Optional.empty();
    }
}
