package dev.parlance.formats;

import java.util.SortedMap;

/** A format whose files hold several locales, or a whole catalog. Deterministic. */
public interface CatalogFormat {

    /** Returns the name in {@code ?format=}. */
    String name();

    /** Returns the files by path relative to the folder of the export, sorted; a format of one file returns one. */
    SortedMap<String, byte[]> write(CatalogExport export);

    /** Returns the media type of a single file; {@code application/zip} if there are several. */
    String mediaType();
}
