package dev.parlance.exchange.imports;

import dev.parlance.exchange.imports.ImportEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A page of entries of one kind, compressed, because a plan may have a million entries, which would not fit into memory.
 *
 * @param number from 0 within the kind
 */
public record EntryPage(Kind kind, int number, byte[] bytes) {
    /** The number of entries per page, except for the last page of a kind. */
    public static final int SIZE = 500;

    private static final int MAX_TEXT_BYTES = 8000;

    static EntryPage of(Kind kind, int number, List<ImportEntry> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(entries.size());
            for (var it : entries) {
                write(out, it.file());
                out.writeInt(it.line());
                write(out, it.key());
                write(out, it.fileKey());
                write(out, it.locale());
                write(out, it.reason().name());
                write(out, it.detail());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EntryPage(kind, number, bytes.toByteArray());
    }

    public List<ImportEntry> entries() {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            int size = in.readInt();
            var entries = new ArrayList<ImportEntry>(size);
            for (int i = 0; i < size; i++) {
                var file = read(in);
                int line = in.readInt();
                var key = read(in);
                var fileKey = readOptional(in);
                var locale = readOptional(in);
                entries.add(new ImportEntry(kind, file, line, key, fileKey, locale, ImportEntry.Reason.valueOf(read(in)), read(in)));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a text with its length; -1 represents null. Only file keys and details can be long, and they are shortened before. */
    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        var shortened = text.length() <= MAX_TEXT_BYTES ? text : text.substring(0, MAX_TEXT_BYTES);
        var utf8 = shortened.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String read(DataInputStream in) throws IOException {
        var text = readOptional(in);
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }

    private static @Nullable String readOptional(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
