package dev.parlance.formats;

/** A file that is not what its format says, and where. */
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadFile(String file, String detail) {
        super(file + ": " + detail);
    }
}
