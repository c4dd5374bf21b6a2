package dev.parlance.formats.po;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The header fields of a PO file, which are its first entry, and the encoding that it declares. */
record PoHeader(Map<String, String> fields) {
    /** The header may follow a long list of translators. */
    private static final int CHARSET_SEARCH_LENGTH = 65_536;
    private static final Pattern CHARSET = Pattern.compile("^\"Content-Type:[^\"\\n]*charset=([^\"\\\\\\s;]+)",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    /** Templates contain this placeholder instead of an encoding. */
    private static final String PLACEHOLDER = "CHARSET";
    private static final Map<String, String> SCRIPTS = Map.of("latin", "Latn", "cyrillic", "Cyrl", "arabic", "Arab", "devanagari", "Deva");

    static PoHeader of(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (var line : text.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        }
        return new PoHeader(fields);
    }

    String field(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Returns the language tag of a POSIX locale, such as {@code sr-Latn} for {@code sr_RS.UTF-8@latin}. */
    static String languageTag(String language) {
        int at = language.indexOf('@');
        var modifier = at < 0 ? "" : language.substring(at + 1).toLowerCase(Locale.ROOT);
        var base = (at < 0 ? language : language.substring(0, at)).replaceFirst("\\..*", "").replace('_', '-');
        var script = SCRIPTS.get(modifier);
        return script != null ? base.replaceFirst("-|\\z", "-" + script + "$0").replaceFirst("-\\z", "")
                : modifier.equals("valencia") ? base + "-valencia" : base;
    }

    /** Decodes a file in the encoding that its header declares, or as UTF-8. */
    static String decode(SourceFile file) {
        var bytes = file.bytes();
        var start = new String(bytes, 0, Math.min(bytes.length, CHARSET_SEARCH_LENGTH), StandardCharsets.ISO_8859_1);
        var match = CHARSET.matcher(start);
        if (start.startsWith("\u00EF\u00BB\u00BF") || !match.find() || match.group(1).equalsIgnoreCase(PLACEHOLDER)) {
            return file.text();
        }
        int line = 1 + (int) start.substring(0, match.start()).chars().filter(it -> it == '\n').count();
        try {
            return file.decode(Charset.forName(match.group(1)), 0);
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(file.path(), FileFault.ENCODING, line, "unknown encoding " + match.group(1));
        }
    }
}
