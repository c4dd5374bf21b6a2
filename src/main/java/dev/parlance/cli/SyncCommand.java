package dev.parlance.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.cli.ProjectSync.Comparison;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.cli.project.LocalFiles;
import dev.parlance.cli.project.LocalText;
import dev.parlance.cli.project.TextDisplay;
import dev.parlance.cli.project.TextReader;
import dev.parlance.cli.server.CatalogImports;
import dev.parlance.cli.server.CatalogInfo;
import dev.parlance.cli.server.ImportResult;
import dev.parlance.cli.sync.SyncAction;
import dev.parlance.cli.sync.SyncDecisions;
import dev.parlance.cli.sync.SyncDecisions.Side;
import dev.parlance.cli.sync.SyncPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Synchronises files and draft in both directions. */
@Command(name = "sync", description = "Synchronise the files and the draft in both directions.", footer = {
        "",
        "Changed only in the files: imported.",
        "Changed only on the server: written to the files.",
        "Changed on both sides: listed, and nothing is done until --resolve names the",
        "side that wins.",
        "The file .parlance-sync.json has the last common state; commit it.",
        "",
        "Examples:",
        "  Synchronise, and see conflicts:",
        "    parlance sync",
        "  Take the text of the files for one key, and that of the server for all",
        "  other conflicts:",
        "    parlance sync --resolve cart.empty=local --resolve-all server",
        "",
        "Exit codes: 0 in step, 2 wrong usage, 3 conflicts or open questions, 4 refused,",
        "5 unreachable"})
final class SyncCommand extends ServerCommand {
    @Option(names = "--dry-run", description = "Print the plan and change nothing.")
    private boolean dryRun;

    @Option(names = "--resolve", paramLabel = "KEY=SIDE", description = "The side that wins for a key: local or server.")
    private List<String> resolutions = new ArrayList<>();

    @Option(names = "--resolve-all", paramLabel = "SIDE", description = "The side that wins for all other conflicts.")
    private @Nullable String resolveAll;

    @Option(names = "--delete", description = "Propagate deletions in both directions.")
    private boolean delete;

    @Option(names = "--rename", paramLabel = "OLD=NEW", description = "A key was renamed: its translations move to the new key.")
    private List<String> renames = new ArrayList<>();

    @Option(names = "--no-renames", description = "No other key was renamed.")
    private boolean noRenames;

    SyncCommand(CommandEnvironment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var decisions = decisions();
        var progress = new ProgressBar(environment().err(), environment().interactive());
        var sync = new ProjectSync(new LocalFiles(configuration()),
                new TextReader(environment().formats().get(), configuration().sourceLocale()), new CatalogInfo(client(), catalog()),
                new CatalogImports(client(), catalog(), (done, total) -> progress.show("Importing", done, total)));
        var compared = sync.compare(decisions);
        var plan = compared.plan();
        if (dryRun || plan.isBlocked()) {
            printResult(toJson(plan), () -> printPlan(compared));
            return (plan.isBlocked() ? ExitCode.CONFLICT : ExitCode.OK).status();
        }
        var outcome = sync.apply(compared, decisions);
        progress.clear();
        boolean refused = outcome.imported().filter(it -> it.status().equals(ImportResult.REFUSED)).isPresent();
        var json = toJson(plan).put("refused", refused);
        outcome.written().forEach(json.putArray("written")::add);
        printResult(json, () -> {
            printSteps(compared);
            outcome.imported().filter(it -> refused).ifPresent(it -> new ImportPlanPrinter(environment().out(), environment().coloured())
                    .printEntries(it.entries()));
            outcome.written().forEach(it -> print("Wrote " + it));
            print(refused ? "Nothing is changed. Correct the texts and run the command again." : plan.steps().isEmpty()
                    ? "The files and the draft are in step." : summary(plan));
        });
        return (refused ? ExitCode.REFUSED : ExitCode.OK).status();
    }

    private SyncDecisions decisions() {
        var sides = new HashMap<String, Side>();
        resolutions.forEach(it -> sides.put(before(it, "--resolve", "KEY=local"), parseSide(it.substring(it.lastIndexOf('=') + 1))));
        var keys = new HashMap<String, String>();
        // A key may contain an equals sign, but rarely both keys do, so the last equals sign separates them.
        renames.forEach(it -> keys.put(it.substring(it.lastIndexOf('=') + 1), before(it, "--rename", "OLD=NEW")));
        return new SyncDecisions(sides, Optional.ofNullable(resolveAll).map(SyncCommand::parseSide), delete, keys, noRenames);
    }

    private static String before(String value, String option, String form) {
        int separator = value.lastIndexOf('=');
        if (separator < 1 || separator == value.length() - 1) {
            throw CommandFailure.usage(option + " expects " + form + ", not " + value + ".");
        }
        return value.substring(0, separator);
    }

    private static Side parseSide(String name) {
        return Arrays.stream(Side.values()).filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(() -> CommandFailure.usage("Unknown side " + name + ". Use local or server."));
    }

    private void printPlan(Comparison compared) {
        var plan = compared.plan();
        printSteps(compared);
        for (var it : plan.conflicts()) {
            print("conflict " + it.text());
            print("  local:  " + show(compared.local().get(it.text())));
            print("  server: " + show(compared.server().get(it.text())));
        }
        plan.renames().forEach(it -> print("question " + it.oldKey() + " and " + it.newKey() + " have the same text. Renamed? --rename "
                + it.oldKey() + "=" + it.newKey() + ", otherwise --no-renames"));
        plan.endangered().forEach(it -> print("question " + it.text() + " was deleted " + (it.action() == SyncAction.DELETE_ON_SERVER
                ? "in the files" : "on the server") + ", and its file is to be rewritten. Delete it on both sides with --delete, or keep it"
                + " with --resolve " + it.text().key() + (it.action() == SyncAction.DELETE_ON_SERVER ? "=server" : "=local")));
        print(!plan.isBlocked() ? summary(plan) : "Nothing is changed. " + (plan.conflicts().isEmpty() ? "Answer the questions first."
                : "Resolve conflicts with --resolve KEY=local, --resolve KEY=server or --resolve-all."));
    }

    private static String show(@Nullable LocalText text) {
        return text == null ? "(deleted)" : TextDisplay.of(text.text());
    }

    private void printSteps(Comparison compared) {
        compared.plan().steps().stream().filter(it -> it.action() != SyncAction.CONFLICT)
                .forEach(it -> print(it.action().label() + " " + it.text()));
        compared.plan().kept().forEach(it -> print("kept " + it.text() + ": deleted "
                + (it.action() == SyncAction.DELETE_ON_SERVER ? "in the files" : "on the server") + " only; --delete propagates it"));
    }

    private static String summary(SyncPlan plan) {
        return Arrays.stream(SyncAction.values()).filter(it -> it != SyncAction.UNCHANGED && it != SyncAction.CONFLICT)
                .map(it -> plan.stepsWith(it).size() + " " + it.label()).collect(Collectors.joining(", "));
    }

    private static ObjectNode toJson(SyncPlan plan) {
        var root = JsonNodeFactory.instance.objectNode().put("blocked", plan.isBlocked());
        addAll(root.putArray("steps"), plan.steps());
        addAll(root.putArray("kept"), plan.kept());
        var questions = root.putArray("renames");
        plan.renames().forEach(it -> questions.addObject().put("old", it.oldKey()).put("new", it.newKey()));
        return root;
    }

    private static void addAll(ArrayNode list, List<SyncPlan.Step> steps) {
        steps.forEach(it -> list.addObject().put("key", it.text().key()).put("locale", it.text().locale().value())
                .put("action", it.action().label()));
    }
}
