package dev.parlance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command in a {@code console} block of a page, with the output shown below it.
 *
 * @param command without the prompt, joined if it continues after a backslash
 */
record ConsoleExample(String command, String output) {
    private static final Pattern BLOCK = Pattern.compile("^```console\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern PROMPT = Pattern.compile("^\\$ ", Pattern.MULTILINE);
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");
    private static final Pattern WORD_PART =
            Pattern.compile("(?<blank>\\s+)|'(?<literal>[^']*)'|\"(?<quoted>[^\"]*)\"|(?<plain>[^\\s'\"]+)");

    static List<ConsoleExample> readAll(Path page) throws IOException {
        var examples = new ArrayList<ConsoleExample>();
        for (var block : BLOCK.matcher(Files.readString(page)).results().toList()) {
            PROMPT.splitAsStream(block.group(1)).skip(1).map(ConsoleExample::parse).forEach(examples::add);
        }
        return examples;
    }

    private static ConsoleExample parse(String text) {
        var lines = text.replaceAll("\\\\\n\\s*", "").split("\n", 2);
        return new ConsoleExample(lines[0], lines[1].strip());
    }

    boolean isCurl() {
        return command.startsWith("curl ");
    }

    /** Returns the words of the command as a shell would pass them. */
    List<String> words(Map<String, String> variables) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var parts = WORD_PART.matcher(command + " ");
        while (parts.find()) {
            if (parts.group("blank") != null) {
                words.add(word.toString());
                word.setLength(0);
            } else if (parts.group("literal") != null) {
                word.append(parts.group("literal"));
            } else {
                word.append(expand(parts.group("quoted") == null ? parts.group("plain") : parts.group("quoted"), variables));
            }
        }
        return words;
    }

    private static String expand(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(variables.get(it.group(1))));
    }

    /** Returns a pattern of the output, in which {@code …} matches any text. */
    Pattern outputPattern() {
        return Pattern.compile(Arrays.stream(output.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.DOTALL);
    }
}
