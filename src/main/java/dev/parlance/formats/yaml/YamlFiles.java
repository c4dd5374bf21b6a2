package dev.parlance.formats.yaml;

import com.ibm.icu.util.ULocale;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises YAML files. */
final class YamlFiles {
    private static final Pattern ROOT_KEY = 
            Pattern.compile("(?m)^(?:\"([^\"\\n]+)\"|'([^'\\n]+)'|([^\\s#\"'{\\[&*!|>%@`-][^:\\n]*?))[ \\t]*:(?=\\s|$)");
    private static final Set<String> LANGUAGES = Set.copyOf(Arrays.asList(ULocale.getISOLanguages()));
    private static final int SAMPLE = 64 * 1024;

    private YamlFiles() {
    }

    static boolean isYaml(SourceFile file) {
        return file.extension().equals("yaml") || file.extension().equals("yml");
    }

    /** Returns the unindented keys in the first part of a file. */
    static Set<String> rootKeys(SourceFile file) {
        var keys = new LinkedHashSet<String>();
        try {
            var text = file.text();
            ROOT_KEY.matcher(text.substring(0, Math.min(SAMPLE, text.length()))).results()
                    .forEach(it -> keys.add(it.group(1) != null ? it.group(1) : it.group(2) != null ? it.group(2) : it.group(3)));
        } catch (FileFormatException notText) {
            return Set.of();
        }
        return keys;
    }

    /** Returns the locale with a name; empty if its language has no ISO code. */
    static Optional<LocaleTag> locale(String name) {
        try {
            var locale = LocaleTag.parse(name);
            return Optional.of(locale).filter(it -> LANGUAGES.contains(it.toULocale().getLanguage()));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }
}
