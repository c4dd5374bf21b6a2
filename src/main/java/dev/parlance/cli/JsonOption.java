package dev.parlance.cli;

import picocli.CommandLine.Option;

/** The JSON output option of all commands. */
final class JsonOption {
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    boolean isSet() {
        return json;
    }
}
