package dev.parlance.cli.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.checks.Severity;
import java.io.PrintWriter;

/** Writes all properties of the findings, for scripts. */
record JsonReport() implements FindingReport {

    @Override
    public void write(PrintWriter out, CheckResult result) {
        var root = JsonNodeFactory.instance.objectNode();
        var list = root.putArray("findings");
        for (var it : result.findings()) {
            var finding = list.addObject().put("file", it.file()).put("line", it.line()).put("column", it.column()).put("key", it.key());
            it.locale().ifPresent(locale -> finding.put("locale", locale));
            finding.put("check", it.check()).put("severity", it.severityLabel()).put("title", it.title()).put("detail", it.explanation());
            it.fix().ifPresent(fix -> finding.put("fix", fix));
        }
        root.put("files", result.files()).put("texts", result.texts()).put("errors", result.count(Severity.ERROR))
                .put("warnings", result.count(Severity.WARNING)).put("notes", result.count(Severity.INFORMATION));
        out.println(root.toPrettyString());
    }
}
