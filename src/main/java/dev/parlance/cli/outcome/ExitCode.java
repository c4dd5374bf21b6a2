package dev.parlance.cli.outcome;

/** The exit codes of all commands. Scripts depend on them, so they do not change. */
public enum ExitCode {
    OK(0),
    /** Findings or differences. The commands of the embedded database use it for failures. */
    FINDINGS(1),
    /** The arguments, the configuration or a file are wrong. */
    USAGE(2),
    /** Both sides changed, or a question is open. */
    CONFLICT(3),
    /** The server rejected the request. */
    REFUSED(4),
    /** The server did not answer, or is busy for longer than the retries. */
    UNREACHABLE(5);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
