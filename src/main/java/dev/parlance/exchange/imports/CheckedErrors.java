package dev.parlance.exchange.imports;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.editing.RunChecks;
import dev.parlance.checks.Finding;
import dev.parlance.checks.Severity;
import dev.parlance.publishing.blob.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The errors that the checks of the service find. Warnings and the glossary do not decide about an import. */
record CheckedErrors(RunChecks runChecks, Catalog catalog) implements ImportPlan.ErrorChecks {
    private static final int SLICE = 250;

    @Override
    public List<List<String>> findErrors(List<CheckedContent> texts) {
        if (texts.size() <= SLICE) {
            return check(texts);
        }
        var tasks = new ArrayList<Callable<List<List<String>>>>();
        for (int i = 0; i < texts.size(); i += SLICE) {
            var slice = texts.subList(i, Math.min(i + SLICE, texts.size()));
            tasks.add(() -> check(slice));
        }
        return Parallel.runAll(tasks).stream().flatMap(List::stream).toList();
    }

    private List<List<String>> check(List<CheckedContent> texts) {
        return texts.stream().map(it -> runChecks.check(
                new RunChecks.CheckTarget(catalog, it.key(), it.definition(), it.locale(), it.source()), it.content(), List.of(),
                List.of()).stream().filter(finding -> finding.severity() == Severity.ERROR).map(Finding::check).distinct().sorted().toList())
                .toList();
    }
}
