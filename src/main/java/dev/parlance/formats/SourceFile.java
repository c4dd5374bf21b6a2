package dev.parlance.formats;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A file to import.
 *
 * @param path  relative to the folder of the upload, with slashes; names the file in problems and may name its locale
 * @param bytes must not be modified
 */
public record SourceFile(String path, byte[] bytes) {

    /** Returns the last segment of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the extension in lower case without the dot; empty if there is none. */
    public String extension() {
        var name = name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Decodes the file by its byte order mark, or as UTF-8 without one. The mark is not part of the text.
     *
     * @throws FileFormatException {@code ENCODING} if the bytes are not valid in this encoding
     */
    public String text() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return decode(StandardCharsets.UTF_8, 3);
        } else if (startsWith(0xFF, 0xFE)) {
            return decode(StandardCharsets.UTF_16LE, 2);
        } else if (startsWith(0xFE, 0xFF)) {
            return decode(StandardCharsets.UTF_16BE, 2);
        }
        return decode(StandardCharsets.UTF_8, 0);
    }

    /** @throws FileFormatException {@code ENCODING} if the bytes are not valid in the charset */
    public String decode(Charset charset, int start) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes, start, bytes.length - start)).toString();
        } catch (CharacterCodingException e) {
            throw new FileFormatException(path, FileFault.ENCODING, lineOfInvalidByte(charset, start), "not valid " + charset.name());
        }
    }

    private int lineOfInvalidByte(Charset charset, int start) {
        var decoder = charset.newDecoder();
        var input = ByteBuffer.wrap(bytes, start, bytes.length - start);
        var chunk = CharBuffer.allocate(8192);
        int line = 1;
        boolean more = true;
        while (more) {
            more = decoder.decode(input, chunk, true).isOverflow();
            chunk.flip();
            line += (int) chunk.chars().filter(it -> it == '\n').count();
            chunk.clear();
        }
        return line;
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
