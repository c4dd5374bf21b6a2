package dev.parlance.formats;

/** Thrown if a file cannot be read. */
public final class FileFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final FileFault fault;
    private final int line;
    private final String detail;

    public FileFormatException(String file, String detail) {
        this(file, FileFault.MALFORMED, 0, detail);
    }

    /**
     * @param line   from 1; 0 if unknown
     * @param detail technical English without the file and the line, such as the message of a parser
     */
    public FileFormatException(String file, FileFault fault, int line, String detail) {
        super(file + ": " + (line > 0 ? "line " + line + ": " : "") + detail);
        this.file = file;
        this.fault = fault;
        this.line = line;
        this.detail = detail;
    }

    public String file() {
        return file;
    }

    public FileFault fault() {
        return fault;
    }

    public int line() {
        return line;
    }

    public String detail() {
        return detail;
    }
}
