package dev.parlance.formats.po;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Splits a PO file into entries. */
final class PoParser {
    private static final Pattern FORM = Pattern.compile("msgstr\\[(\\d{1,3})]");
    private static final Pattern KEYWORD = Pattern.compile("(msgctxt|msgid_plural|msgid|msgstr(?:\\[\\d{1,3}])?)\\s*(?=\"|\\z)");

    private final SourceFile file;
    private final Consumer<PoEntry> entries;
    private PoEntry entry = new PoEntry();
    private StringBuilder string = new StringBuilder();
    private boolean inString;
    private int line;

    /** @param entries receives each complete entry */
    PoParser(SourceFile file, Consumer<PoEntry> entries) {
        this.file = file;
        this.entries = entries;
    }

    void parse(String text) {
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            line++;
            parseLine(text.substring(start, end).strip());
            start = end + 1;
        }
        finishEntry();
    }

    private void parseLine(String content) {
        if (content.indexOf('\0') >= 0) {
            throw fault("the file contains a NUL character");
        } else if (content.startsWith("#~")) {
            parseObsolete(content.substring(2).strip());
        } else if (content.startsWith("#")) {
            parseComment(content);
        } else if (!content.isEmpty()) {
            parseStatement(content, false);
        }
    }

    /** {@code #~|} is the previous source text of an obsolete entry. */
    private void parseObsolete(String content) {
        if (!content.isEmpty() && !content.startsWith("|") && !content.startsWith("#")) {
            parseStatement(content, true);
        }
    }

    private void parseComment(String content) {
        if (!entry.forms.isEmpty()) {
            finishEntry();
        }
        inString = false;
        var text = content.length() > 2 ? content.substring(2).strip() : "";
        switch (content.length() > 1 ? content.charAt(1) : ' ') {
            case '.' -> entry.extractedComments.add(text);
            case ',', '=' -> Arrays.stream(text.split(",")).map(String::strip).forEach(entry.flags::add);
            case ':', '|' -> {
                // References and previous source texts are skipped; the package documentation gives the reason.
            }
            default -> entry.comments.add(content.substring(1).strip());
        }
    }

    private void parseStatement(String content, boolean obsolete) {
        if (content.startsWith("\"")) {
            if (!inString) {
                throw fault("a string without a keyword");
            }
            string.append(decode(content));
            return;
        }
        var match = KEYWORD.matcher(content);
        if (!match.lookingAt()) {
            throw fault("expected msgctxt, msgid, msgid_plural or msgstr");
        }
        startString(match.group(1), obsolete);
        string.append(decode(content.substring(match.end())));
    }

    private void startString(String keyword, boolean obsolete) {
        boolean form = keyword.startsWith("msgstr");
        if (!form && !entry.forms.isEmpty()) {
            finishEntry();
        }
        if (!entry.isStarted()) {
            entry.line = line;
            entry.obsolete = obsolete;
        } else if (entry.obsolete != obsolete) {
            throw fault("an obsolete entry and another entry are mixed");
        }
        if ((form || keyword.equals("msgid_plural")) && !entry.hasMessage() || keyword.equals("msgctxt") && entry.hasMessage()) {
            throw fault("unexpected " + keyword);
        }
        string = new StringBuilder();
        inString = true;
        var earlier = form ? entry.forms.putIfAbsent(formIndex(keyword), string) : entry.strings.putIfAbsent(keyword, string);
        if (earlier != null) {
            throw fault("a second " + keyword);
        }
    }

    private int formIndex(String keyword) {
        var match = FORM.matcher(keyword);
        if (match.matches() != entry.isPlural()) {
            throw fault(entry.isPlural() ? "expected msgstr[0] after msgid_plural" : "expected msgstr without an index");
        }
        return match.matches() ? Integer.parseInt(match.group(1)) : PoEntry.ONLY_FORM;
    }

    private void finishEntry() {
        inString = false;
        if (entry.isStarted()) {
            if (entry.forms.isEmpty()) {
                throw fault("the entry has no msgstr");
            }
            entries.accept(entry);
        }
        entry = new PoEntry();
    }

    private String decode(String quoted) {
        try {
            return PoString.decode(quoted);
        } catch (IllegalArgumentException e) {
            throw fault(e.getMessage());
        }
    }

    private FileFormatException fault(String detail) {
        return new FileFormatException(file.path(), FileFault.MALFORMED, line, detail);
    }
}
