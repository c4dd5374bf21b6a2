package dev.parlance.formats.apple;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import dev.parlance.formats.CatalogExport;
import dev.parlance.formats.CatalogFormat;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.Losses;
import dev.parlance.formats.writing.BundleEntries;
import dev.parlance.locales.LocaleTag;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An {@code .xcstrings} file with all locales of a catalog, formatted like the files that Xcode saves. */
public final class XcstringsFormat implements CatalogFormat {
    static final String NAME = "apple-xcstrings";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public SortedMap<String, byte[]> write(CatalogExport export) {
        var messages = new TreeMap<String, Map<LocaleTag, FileEntry>>(keyOrder());
        export.bundles().forEach((locale, bundle) -> {
            var texts = new AppleTexts(bundle);
            for (var entry : bundle.entries()) {
                var file = BundleEntries.toFileEntry(entry, texts::write, new Losses(entry));
                messages.computeIfAbsent(file.key(), it -> new LinkedHashMap<>()).put(locale, file);
            }
        });
        var files = new TreeMap<String, byte[]>();
        files.put("Localizable.xcstrings", new XcstringsWriter(export.content().sourceLocale()).write(messages));
        return files;
    }

    /** Xcode sorts keys as the Finder sorts names: case-insensitively, and numbers by value. */
    static Comparator<String> keyOrder() {
        var collator = (RuleBasedCollator) Collator.getInstance(ULocale.ENGLISH);
        collator.setNumericCollation(true);
        collator.setStrength(Collator.TERTIARY);
        return ((Comparator<String>) collator::compare).thenComparing(Comparator.naturalOrder());
    }
}
