package dev.parlance.checks;

import dev.parlance.locales.LocaleTag;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** A finding in a text of another project. */
record CorpusFinding(String key, LocaleTag locale, CheckInput input, Finding finding) {

    /** Mixes languages and files, in the same order on every run. */
    long order() {
        var place = new CRC32();
        place.update(id().getBytes(StandardCharsets.UTF_8));
        return place.getValue();
    }

    String id() {
        return String.join("\t", finding.check(), finding.severity().name(), key, finding.explanation().substring("check-".length()),
                escapeCell(new TreeMap<>(finding.arguments()).toString()), finding.start() + "–" + finding.end());
    }

    /** Returns the text as a table cell: on one line, and shortened around the finding if it is long. */
    String text() {
        return escapeCell(excerpt(input.text().text(finding.part())));
    }

    String source() {
        return escapeCell(excerpt(input.source().map(it -> it.text(finding.part())).orElse("")));
    }

    private String excerpt(String text) {
        int from = Math.max(0, Math.min(finding.start(), text.length()) - 60);
        int to = Math.min(text.length(), Math.max(from, Math.min(finding.end(), finding.start() + 100)) + 60);
        boolean whole = text.length() <= 220;
        return whole ? text : (from > 0 ? "…" : "") + text.substring(from, Math.max(from, to)) + (to < text.length() ? "…" : "");
    }

    private static String escapeCell(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
    }
}
