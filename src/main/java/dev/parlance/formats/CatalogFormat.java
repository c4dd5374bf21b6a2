package dev.parlance.formats;

import java.util.SortedMap;

/** A format whose files contain several locales or a whole catalog. Implementations are deterministic. */
public interface CatalogFormat {

    /** Returns the name in {@code ?format=}. */
    String name();

    /** Returns the files by path relative to the export folder, sorted; a single-file format returns one entry. */
    SortedMap<String, byte[]> write(CatalogExport export);

    /** Returns the media type of a single file; {@code application/zip} if there are several. */
    String mediaType();
}
