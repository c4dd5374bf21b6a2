package dev.parlance.formats;

/** Thrown if a file violates its format; the message names the file and the position. */
public final class FileFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FileFormatException(String file, String detail) {
        super(file + ": " + detail);
    }
}
