package dev.parlance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.cli.server.TextResolution.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A line with the messages that it contains.
 *
 * @param matches in the order of their places, which are equal or do not overlap
 */
record ExplainedLine(String line, List<Match> matches) {
    private static final String MARK = "\u001B[1;33m";
    private static final String EXPLANATION = "\u001B[36m";
    private static final String RESET = "\u001B[0m";
    private static final String INDENT = "    ";

    /**
     * Selects the matches to show: the best ones that do not overlap. Of a text, one message is shown; of a code, all that share it.
     *
     * @param candidates best first
     */
    static ExplainedLine of(String line, List<Match> candidates) {
        var selected = new ArrayList<Match>();
        for (var candidate : candidates) {
            if (candidate.end() <= line.length() && selected.stream().allMatch(it -> isCompatible(it, candidate))) {
                selected.add(candidate);
            }
        }
        selected.sort(Comparator.comparingInt(Match::start));
        return new ExplainedLine(line, List.copyOf(selected));
    }

    private static boolean isCompatible(Match selected, Match candidate) {
        boolean overlaps = candidate.start() < selected.end() && selected.start() < candidate.end();
        boolean sameCode = !selected.byText() && !candidate.byText() && selected.start() == candidate.start();
        return !overlaps || sameCode;
    }

    /**
     * Returns the line, and an indented line for each message.
     *
     * @param namesCatalog whether the matches can be of several catalogs
     */
    List<String> toText(boolean coloured, boolean namesCatalog) {
        var lines = new ArrayList<String>();
        lines.add(coloured ? marked() : line);
        matches.forEach(it -> {
            var explanation = (namesCatalog ? it.catalog() + "/" : "") + it.key() + " (code " + it.code() + "): " + it.text();
            lines.add(INDENT + (coloured ? EXPLANATION + explanation + RESET : explanation));
        });
        return lines;
    }

    private String marked() {
        var result = new StringBuilder();
        int position = 0;
        for (var match : matches) {
            if (match.start() >= position) {
                result.append(line, position, match.start()).append(MARK).append(line, match.start(), match.end()).append(RESET);
                position = match.end();
            }
        }
        return result.append(line, position, line.length()).toString();
    }

    JsonNode toJson(long number) {
        var json = JsonNodeFactory.instance.objectNode().put("line", number).put("text", line);
        var array = json.putArray("matches");
        matches.forEach(it -> array.add(it.details()));
        return json;
    }
}
