package dev.parlance.formats;

import java.util.Optional;

/**
 * A reader of files of one format.
 *
 * <p>Implementations are stateless. They report unsupported content as {@link FileIssue}, and never drop content silently.
 */
public interface ImportFormat {

    /** Returns the name in {@code ?format=}, which is the same for import and export. */
    String name();

    /**
     * Returns the probability that a file has this format, from 0 to 1.
     *
     * <p>The content counts more than the extension. Never throws, and examines only a bounded part of the file.
     */
    double recognise(SourceFile file);

    /**
     * Returns the messages of a file, with texts as written.
     *
     * @throws FileFormatException if the file violates the format or exceeds a limit
     */
    FileContent read(SourceFile file);

    /** Returns the dialect that the format prescribes; empty if it is detected from the texts. */
    default Optional<MessageDialect> dialect() {
        return Optional.empty();
    }
}
