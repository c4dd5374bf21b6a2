package dev.parlance.publishing.files;

import dev.parlance.publishing.release.Digest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Arrays;

/**
 * One file that keeps a catalog: a magic, the version of the format, the length of the payload, the SHA-256 of the payload, the
 * payload.
 *
 * <p>So no byte is without a check: the first two fields have one right value, the length has to be that of the file, and the rest
 * is under the digest. The payload is a plain sequence of fields and not JSON, as nearly all of it is bytes that are compressed
 * already: they are streamed in and out as they are. The header is written last, so a file that was not finished has not even a
 * magic. Nothing of the payload is interpreted before the whole of it agrees with the digest; so a damaged length never asks for
 * memory. The digest finds damage, not malice: who may write the folder may say what is served.
 */
final class SnapshotFile {
    private static final byte[] MAGIC = "PARLANCE".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int SHA_256_LENGTH = 32;
    private static final int HEADER_LENGTH = MAGIC.length + Integer.BYTES + Long.BYTES + SHA_256_LENGTH;
    private static final int BUFFER_SIZE = 64 * 1024;

    private SnapshotFile() {
    }

    /** Makes the file, or overwrites it; the bytes are on the disk when this returns. */
    static void write(Path path, PersistedCatalog catalog) throws IOException {
        try (var file = new FileOutputStream(path.toFile())) {
            var channel = file.getChannel();
            channel.position(HEADER_LENGTH);
            var sha = Digest.newSha256();
            var out = new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(file, sha), BUFFER_SIZE));
            new SnapshotCodec().write(catalog, out);
            out.flush();
            long length = channel.position() - HEADER_LENGTH;
            channel.position(0);
            file.write(header(length, sha.digest()));
            channel.force(true);
        }
    }

    /** @throws IOException where it is not whole, or cannot be read; the message says what is wrong */
    static PersistedCatalog read(Path path) throws IOException {
        try (var file = new FileInputStream(path.toFile())) {
            verify(file);
            file.getChannel().position(HEADER_LENGTH);
            return new SnapshotCodec().read(new DataInputStream(new BufferedInputStream(file, BUFFER_SIZE)));
        } catch (EOFException | RuntimeException e) {
            throw new IOException("the digest is right and the content is not: " + e, e);
        }
    }

    /** Whether all its bytes are those that were written. */
    static boolean isIntact(Path path) {
        try (var file = new FileInputStream(path.toFile())) {
            verify(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void verify(FileInputStream file) throws IOException {
        var header = file.readNBytes(HEADER_LENGTH);
        if (header.length < HEADER_LENGTH) {
            throw new IOException("it ends within the header");
        }
        var fields = ByteBuffer.wrap(header);
        var magic = new byte[MAGIC.length];
        fields.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("it does not begin as a snapshot does");
        }
        int version = fields.getInt();
        if (version != VERSION) {
            throw new IOException("its format is version " + version + ", not " + VERSION);
        }
        long length = fields.getLong();
        long actual = file.getChannel().size() - HEADER_LENGTH;
        if (length != actual) {
            throw new IOException("its payload should have " + length + " bytes and has " + actual);
        }
        if (!Arrays.equals(header, header(length, payloadDigest(file)))) {
            throw new IOException("its bytes do not agree with their digest");
        }
    }

    private static byte[] payloadDigest(FileInputStream file) throws IOException {
        var sha = Digest.newSha256();
        var buffer = new byte[BUFFER_SIZE];
        for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
            sha.update(buffer, 0, read);
        }
        return sha.digest();
    }

    private static byte[] header(long length, byte[] digest) {
        return ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(VERSION).putLong(length).put(digest).array();
    }
}
