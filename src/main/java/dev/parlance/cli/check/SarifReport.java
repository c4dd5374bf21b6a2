package dev.parlance.cli.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.checks.Severity;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Writes SARIF 2.1.0, which code hosts display next to the changed lines. */
record SarifReport() implements FindingReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String VERSION = "2.1.0";
    private static final String UNRESERVED = "-._~/";

    @Override
    public void write(PrintWriter out, CheckResult result) {
        var root = JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", VERSION);
        var run = root.putArray("runs").addObject();
        var rules = new ArrayList<>(new TreeSet<>(result.findings().stream().map(LocatedFinding::check).toList()));
        var driver = run.putObject("tool").putObject("driver").put("name", "Parlance");
        var ruleList = driver.putArray("rules");
        rules.forEach(it -> ruleList.addObject().put("id", it));
        run.put("columnKind", "utf16CodeUnits");
        var results = run.putArray("results");
        result.findings().forEach(it -> add(results.addObject(), it, rules));
        out.println(root.toPrettyString());
    }

    private static void add(ObjectNode result, LocatedFinding it, List<String> rules) {
        result.put("ruleId", it.check()).put("ruleIndex", rules.indexOf(it.check())).put("level", level(it.severity()));
        result.putObject("message").put("text", it.explanation());
        var place = result.putArray("locations").addObject();
        var physical = place.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", encode(it.file()));
        physical.putObject("region").put("startLine", it.line()).put("startColumn", it.column());
        var properties = result.putObject("properties").put("key", it.key());
        it.locale().ifPresent(locale -> properties.put("locale", locale));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFORMATION -> "note";
        };
    }

    /** Paths are URI references, so all characters except unreserved ones are percent-encoded. */
    private static String encode(String path) {
        var uri = new StringBuilder();
        for (byte it : path.getBytes(StandardCharsets.UTF_8)) {
            int code = it & 0xFF;
            if (code < 0x80 && (Character.isLetterOrDigit(code) || UNRESERVED.indexOf(code) >= 0)) {
                uri.append((char) code);
            } else {
                uri.append('%').append(Character.toUpperCase(Character.forDigit(code >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(code & 0xF, 16)));
            }
        }
        return uri.toString();
    }
}
