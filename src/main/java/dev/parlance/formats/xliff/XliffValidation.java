package dev.parlance.formats.xliff;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import java.util.Map;
import java.util.regex.Pattern;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;

/** Validates files with the Okapi library. */
final class XliffValidation {
    private static final String NAMESPACE_2_2 = "urn:oasis:names:tc:xliff:document:2.2";
    private static final Pattern VERSION_2_2 = Pattern.compile("(<[\\w:.-]{0,100}xliff\\s[^<>]*\\bversion\\s*=\\s*[\"'])2\\.2([\"'])");
    private static final Pattern LINE = Pattern.compile("lineNumber: (\\d{1,9})");
    private static final Pattern UNIT = Pattern.compile("unit(?:> id=| id value )'([^']*)'");

    private XliffValidation() {
    }

    /**
     * Validates a file that is well-formed and has no document type declaration.
     *
     * @param lines of the units, by id
     * @throws FileFormatException {@code MALFORMED} if the file violates the specification
     */
    static void validate(SourceFile file, String text, Map<String, Integer> lines) {
        var known = VERSION_2_2.matcher(text.replace(NAMESPACE_2_2, XliffImport.NAMESPACE)).replaceFirst("$12.1$2");
        try (var reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL)) {
            reader.open(known);
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (RuntimeException e) {
            // The library reports most faults with its own exception, but some with exceptions of the classes that it uses.
            throw fault(file, String.valueOf(e.getMessage()), lines);
        }
    }

    private static FileFormatException fault(SourceFile file, String message, Map<String, Integer> lines) {
        var line = LINE.matcher(message);
        var unit = UNIT.matcher(message);
        int number = line.find() ? Integer.parseInt(line.group(1)) : unit.find() ? lines.getOrDefault(unit.group(1), 0) : 0;
        return new FileFormatException(file.path(), FileFault.MALFORMED, number, message.replaceFirst("\\AError ", "").replace('\n', ' '));
    }
}
