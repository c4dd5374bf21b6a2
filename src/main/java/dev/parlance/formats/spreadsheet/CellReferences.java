package dev.parlance.formats.spreadsheet;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Checks cell references, such as {@code B12}.
 *
 * <p>The library allocates each row up to its last cell, so a column beyond the limit of a sheet would exhaust the memory.
 */
final class CellReferences {
    private static final Pattern OUTSIDE = Pattern.compile("[A-Za-z]{4,}[0-9]*");
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();
    private static final int HEAD = 8;

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private CellReferences() {
    }

    /** @throws FileFormatException if a part of a workbook is invalid XML or contains a cell outside of the limits of a sheet */
    static void check(SourceFile file, InputStream part) throws IOException {
        var content = new BufferedInputStream(part);
        content.mark(HEAD);
        var head = content.readNBytes(HEAD);
        content.reset();
        if (!isXml(head)) {
            return;
        }
        try {
            var xml = XML.createXMLStreamReader(content);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new FileFormatException(file.path(), FileFault.ENTITY, 0, "a part has a document type declaration");
                } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                    var reference = xml.getAttributeValue(null, "r");
                    if (reference != null && OUTSIDE.matcher(reference).matches()) {
                        throw new FileFormatException(file.path(), FileFault.TOO_LARGE, 0, "a cell in column " + reference);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new FileFormatException(file.path(), FileFault.MALFORMED, 0, String.valueOf(e.getMessage()));
        }
    }

    /** Skips byte order marks, zero bytes of UTF-16 and blanks. */
    private static boolean isXml(byte[] head) {
        for (byte b : head) {
            if (b == '<') {
                return true;
            } else if (b > ' ') {
                return false;
            }
        }
        return false;
    }
}
