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
 * @param path  relative to the folder of the upload, with slashes; identifies the file in problems and may contain its locale
 * @param bytes must not be modified
 */
public record SourceFile(String path, byte[] bytes) {
    private static final int SAMPLE_BYTES = 32 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
     * Decodes the file by its byte order mark, or as UTF-8 without one. The result does not contain the mark.
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
            throw new FileFormatException(path, FileFault.ENCODING, lineOfInvalidByte(charset, start),
                    "not valid " + charset.name() + "; save the file as UTF-8");
        }
    }

    /** Returns whether the file starts with a byte order mark, which determines its encoding. */
    public boolean hasByteOrderMark() {
        return startsWith(0xEF, 0xBB, 0xBF) || startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF);
    }

    /** Returns the start of the text, for format detection. Bytes that are not valid in the encoding become U+FFFD. */
    public String sample() {
        boolean wide = startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF);
        var charset = !wide ? StandardCharsets.UTF_8 : startsWith(0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        var text = new String(bytes, 0, Math.min(bytes.length, SAMPLE_BYTES), charset);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Returns whether the file is longer than {@link #sample()}. */
    public boolean isLongerThanSample() {
        return bytes.length > SAMPLE_BYTES;
    }

    /**
     * Checks that a text of this file can be stored.
     *
     * @throws FileFormatException {@code ENCODING} for a lone surrogate, {@code MALFORMED} for NUL
     */
    public void checkCharacters(String text, int line) {
        checkCharacters(path, text, line);
    }

    /** Checks that a text of a file can be stored, like {@link #checkCharacters(String, int)}. */
    public static void checkCharacters(String path, String text, int line) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new FileFormatException(path, FileFault.MALFORMED, line, "NUL in a text");
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new FileFormatException(path, FileFault.ENCODING, line, "lone surrogate in a text");
            }
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
