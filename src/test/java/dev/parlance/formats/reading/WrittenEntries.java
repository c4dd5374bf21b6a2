package dev.parlance.formats.reading;

import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileText;
import dev.parlance.formats.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random messages for writers, with characters that must be escaped. */
public final class WrittenEntries {
    private static final List<String> PIECES = List.of(" ", "  ", "\n", "\t", "\r", "\"", "'", "\\", "\\n", "\\u00e9", "@", "?", "#", "&",
            "<", ">", "</b>", "]]>", "<b>", "&amp;", "%s", "%1$d", "%%", "%@", "{0}", "{", "}", "=", ";", ",", ":", "//", "/*", "*/", "é",
            "日本", "😀", "\u00A0", "\u200B", "\u2028", "\u0085", "a", "b", "Z", "0", "msgid \"x\"", "null", "--", "-");

    private WrittenEntries() {
    }

    public static Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(8).map(it -> String.join("", it));
    }

    public static Arbitrary<RawText> single() {
        return texts().map(RawText.Single::new);
    }

    public static Arbitrary<RawText> plural(List<String> categories) {
        return texts().list().ofSize(categories.size()).map(texts -> {
            var forms = new TreeMap<String, String>();
            for (int i = 0; i < categories.size(); i++) {
                forms.put(categories.get(i), texts.get(i));
            }
            return new RawText.PluralForms("", false, forms);
        });
    }

    /** Returns lists of entries without details, with distinct keys. */
    @SafeVarargs
    public static Arbitrary<List<FileEntry>> lists(Arbitrary<String> keys, Arbitrary<RawText>... texts) {
        return Combinators.combine(keys.filter(it -> !it.isEmpty()).list().ofMaxSize(6).uniqueElements(),
                Arbitraries.oneOf(List.of(texts)).list().ofSize(6)).as((names, values) -> {
                    var entries = new ArrayList<FileEntry>();
                    for (int i = 0; i < names.size(); i++) {
                        entries.add(new FileEntry(names.get(i), 0, List.of(new FileText(values.get(i))), FileDetails.NONE,
                                Optional.empty()));
                    }
                    return List.copyOf(entries);
                });
    }
}
