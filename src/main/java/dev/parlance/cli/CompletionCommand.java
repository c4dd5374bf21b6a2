package dev.parlance.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options. */
@Command(name = "completion", description = "Print a completion script for a shell.", footer = {
        "",
        "Examples:",
        "  Complete in this bash:",
        "    source <(parlance completion bash)",
        "  Complete in each new zsh:",
        "    parlance completion zsh > ~/.parlance-completion",
        "    echo 'source ~/.parlance-completion' >> ~/.zshrc",
        "",
        "Exit codes: 0 printed, 2 wrong usage"})
final class CompletionCommand implements Callable<Integer> {
    /** Enables bash completion functions in zsh. */
    private static final String ZSH = "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";

    @Mixin
    private JsonOption json = new JsonOption();

    @Parameters(paramLabel = "SHELL", description = "bash or zsh")
    private String shell = "";

    @Spec
    private @Nullable CommandSpec spec;

    private final CommandEnvironment environment;

    CompletionCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw CommandFailure.usage("Unknown shell " + shell + ". Use bash or zsh.");
        }
        var root = Objects.requireNonNull(spec).root();
        var script = AutoComplete.bash(root.name(), root.commandLine());
        var complete = shell.equals("zsh") ? ZSH + script : script;
        environment.out().println(json.isSet()
                ? JsonNodeFactory.instance.objectNode().put("shell", shell).put("script", complete).toPrettyString() : complete);
        return ExitCode.OK.status();
    }
}
