package dev.parlance.exchange.imports;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.MessageDialect;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Optional;

/** The content of an import: uploaded files, or a request body. */
public interface ImportSource {

    /** The files in import order. A file is read on demand, and may be read more than once. */
    interface OrderedFiles {
        List<String> paths();

        /** Returns a file; empty if it has no texts. */
        Optional<ReadFile> read(String path);

        /** Returns the texts that may change; empty for all. */
        default Optional<ImportSelection> selection() {
            return Optional.empty();
        }
    }

    /** @param source the source locale of the catalog */
    OrderedFiles open(FileReader reader, ImportOptions options, LocaleTag source);

    /** Returns the content of a request body. Its texts are ICU patterns unless they declare another dialect. */
    static ImportSource of(FileContent content) {
        return (reader, options, source) -> new OrderedFiles() {
            @Override
            public List<String> paths() {
                return List.of("");
            }

            @Override
            public Optional<ReadFile> read(String path) {
                var description = new ImportedFile("", Optional.of("request"), 1, Optional.of(MessageDialect.ICU.label()), 1,
                        Optional.of(source.value()), Optional.empty(), content.entries().size(), content.issues(),
                        content.issues().size());
                return Optional.of(new ReadFile(description, content, MessageDialect.ICU, false, source, source, false));
            }
        };
    }
}
