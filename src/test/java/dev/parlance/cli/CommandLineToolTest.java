package dev.parlance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.Checks;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineToolTest {
    private static final List<String> COMMANDS = List.of("import", "export", "check", "diff", "release", "rollback", "seed", "sync",
            "explain", "generate", "backup", "restore", "completion");

    @TempDir
    Path folder;

    @Test
    void teachesEachCommandWithTwoExamples() {
        for (var command : COMMANDS) {
            var help = new CommandRun(folder).run(command, "--help");
            assertThat(help.status()).as(command).isZero();
            assertThat(help.out().lines().filter(it -> it.startsWith("    ") && it.contains("parlance " + command))).as(command)
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(help.out()).as(command).contains("Exit codes: 0").contains("--json");
        }
    }

    @Test
    void listsAllCommands() {
        assertThat(new CommandRun(folder).run("--help").out()).contains(COMMANDS);
    }

    @Test
    void printsNoColoursUnlessOnATerminal() {
        for (var command : COMMANDS) {
            assertThat(new CommandRun(folder).run(command, "--help").out()).doesNotContain("\u001B");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completesCommandsAndOptions(String shell) {
        var script = new CommandRun(folder).run("completion", shell).out();
        assertThat(script).contains("complete -F _complete_parlance", "--resolve-all", "rollback");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        var result = new CommandRun(folder).run("imprt");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith("parlance: Unknown command: imprt\nDid you mean: parlance import");
    }

    @Test
    void listsTheCommandsIfOneIsUnknown() {
        var result = new CommandRun(folder).run("foo");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("parlance: Unknown command: foo\nCommands: " + String.join(", ", COMMANDS) + "\n");
        assertThat(new CommandRun(folder).run("--foo").err()).startsWith("parlance: Unknown option: '--foo'");
        assertThat(new CommandRun(folder).run("diff", "foo").err()).startsWith("parlance: Unmatched argument at index 1: 'foo'");
    }

    @Test
    void breaksNoWordAndNoExampleOfTheHelp() {
        var help = Stream.concat(COMMANDS.stream().map(it -> List.of(it, "--help")), Stream.of(List.of("--help")));
        assertThat(help).allSatisfy(arguments -> {
            var narrow = help(80, arguments);
            var wide = help(400, arguments);
            assertThat(narrow.lines()).allSatisfy(it -> assertThat(it).hasSizeLessThanOrEqualTo(80));
            assertThat(narrow.split("\\s+")).isEqualTo(wide.split("\\s+"));
            assertThat(footer(narrow)).isEqualTo(footer(wide));
        });
    }

    private static String footer(String help) {
        return help.substring(help.indexOf("\n\n"));
    }

    /** @param width 80 is the default of the tool */
    private String help(int width, List<String> arguments) {
        var out = new StringWriter();
        var environment = new CommandEnvironment(folder, Map.of(), InputStream.nullInputStream(), new PrintWriter(out),
                new PrintWriter(out), false, List::of, () -> new Checks(List.of()), new CommandRun.NoDatabase());
        var tool = CommandLineTool.create(environment);
        (width == 80 ? tool : tool.setUsageHelpWidth(width)).execute(arguments.toArray(String[]::new));
        return out.toString().replace("\r\n", "\n");
    }

    @Test
    void saysWhatIsMissingInTheConfiguration() {
        assertThat(new CommandRun(folder).run("release").err())
                .isEqualTo("parlance: No catalog is named. Use --catalog NAME, or add catalog: NAME to parlance.yaml.\n");
        assertThat(new CommandRun(folder).run("check").err()).startsWith("parlance: No files are configured.");
        assertThat(new CommandRun(folder).run("release", "--catalog", "shop", "--url", "ftp://x").status()).isEqualTo(2);
    }

    @Test
    void failsWithOneIfABackupFails() {
        var result = new CommandRun(folder).run("backup", "file");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("The backup failed: there is no embedded database in .parlance\n");
    }
}
