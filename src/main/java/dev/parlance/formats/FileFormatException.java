package dev.parlance.formats;

/** A file that is not what its format says, and where. */
public final class FileFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FileFormatException(String file, String detail) {
        super(file + ": " + detail);
    }
}
