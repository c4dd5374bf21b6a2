package dev.parlance.cli.outcome;

/** The exit codes of all commands. Scripts depend on them, so they do not change. */
public enum ExitCode {
    OK(0),
    /** Findings or differences. The commands for the embedded database use it for failures. */
    FINDINGS(1),
    /** The arguments, the configuration or a file are invalid. */
    USAGE(2),
    /** Both sides changed, or the user must answer a question. */
    CONFLICT(3),
    /** The server rejected the request. */
    REFUSED(4),
    /** The server did not respond, or remained busy after all retries. */
    UNREACHABLE(5);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
