package dev.parlance.cli;

import java.io.PrintWriter;

/** Displays the progress of a long operation on one line of a terminal. Without a terminal, it prints nothing. */
final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean visible;
    private boolean drawn;

    ProgressBar(PrintWriter out, boolean visible) {
        this.out = out;
        this.visible = visible;
    }

    /** @param total 0 if unknown */
    void show(String label, long done, long total) {
        if (visible) {
            int filled = total > 0 ? (int) Math.min(WIDTH, done * WIDTH / total) : 0;
            out.print("\r" + label + " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done
                    + (total > 0 ? " of " + total : ""));
            out.flush();
            drawn = true;
        }
    }

    /** Clears the line. */
    void clear() {
        if (drawn) {
            out.print("\r\u001B[K");
            out.flush();
            drawn = false;
        }
    }
}
