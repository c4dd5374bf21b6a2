package dev.parlance.formats.writing;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileText;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.Losses;
import dev.parlance.formats.RawText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Writes the messages of a bundle as entries of a file. */
public final class BundleEntries {
    private BundleEntries() {
    }

    /**
     * Writes a file.
     *
     * @param converter converts a pattern to the dialect of the file and reports the parts that the dialect cannot express
     */
    public static FormattedBundle write(BundleContent content, BiFunction<BundleContent.Entry, Losses, RawText> converter,
            EntryWriter writer) {
        var bundle = new FormattedBundle.Builder();
        for (var entry : content.entries()) {
            var losses = new Losses(entry);
            writer.write(toFileEntry(entry, converter, losses), losses);
            bundle.add(entry.key(), losses);
        }
        return bundle.build(writer.finish());
    }

    /** Converts a message. Losses of the source text do not affect this locale, so they are not reported. */
    public static FileEntry toFileEntry(BundleContent.Entry entry, BiFunction<BundleContent.Entry, Losses, RawText> converter,
            Losses losses) {
        var details = entry.details();
        var text = new FileText(Optional.empty(), converter.apply(entry, losses), Optional.empty(), details.state(),
                Optional.empty());
        var source = details.source().map(it -> new BundleContent.Entry(entry.key(), it, entry.contract(), entry.locale(), Set.of(),
                details))
                .map(it -> converter.apply(it, new Losses(it)));
        return new FileEntry(entry.fileKey(), 0, List.of(text), FileDetails.comment(details.description().orElse("")), source);
    }
}
