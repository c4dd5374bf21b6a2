package dev.parlance.problems;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds faults in problem texts that are caused by their arguments. */
public final class ProblemTextFaults {
    private static final Map<String, Pattern> FAULTS = new TreeMap<>(Map.of(
            "empty quotation", Pattern.compile("[“„«「]\\s*[”“»」]|(?<![\\w\"])\"\"(?!\")"),
            "dash as a list", Pattern.compile("[:：]\\s*[–—-]\\s*([.。।,;]|$)"),
            "empty list", Pattern.compile("[:：]\\s*[.。।,;،；](?![\\w#:])"),
            "double punctuation", Pattern.compile("(?<=[\\p{L}\\p{N})”»」%])[.]{2}(?!\\.)|[。।]{2}"),
            "placeholder", Pattern.compile("\\{[a-zA-Z]\\w*}"),
            "blanks", Pattern.compile("^\\s|\\s$|  |\\s[.。।](\\s|$)")));

    private ProblemTextFaults() {
    }

    /** Returns the names of the faults in a text that a reader sees. */
    public static List<String> find(String text) {
        return FAULTS.entrySet().stream().filter(it -> it.getValue().matcher(text).find()).map(Map.Entry::getKey).toList();
    }
}
