package dev.parlance.cli;

import picocli.CommandLine.Option;

/** The option of all commands for scripts. */
final class JsonOption {
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    boolean isSet() {
        return json;
    }
}
