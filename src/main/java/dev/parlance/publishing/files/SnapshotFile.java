package dev.parlance.publishing.files;

import dev.parlance.publishing.blob.Digest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Arrays;

/**
 * The file format of one persisted catalog: magic, format version, payload length, SHA-256 of the payload, payload.
 *
 * <p>Every byte is verified: magic and version have one valid value each, the length must match the file size, and the digest covers the
 * payload. The payload is not interpreted before its digest is verified, so a corrupt length never causes a large allocation. The header
 * is written last, so an unfinished file lacks even the magic.
 *
 * <p>The payload is a plain sequence of fields rather than JSON, because nearly all of it is compressed bytes, which are streamed as they
 * are.
 *
 * <p>Version 1 does not state whether the catalog is public. It can still be read.
 *
 * <p>The digest detects corruption, not tampering: anyone with write access to the folder controls what is served.
 */
final class SnapshotFile {
    private static final byte[] MAGIC = "PARLANCE".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 2;
    private static final int VERSION_WITHOUT_VISIBILITY = 1;
    private static final int SHA_256_LENGTH = 32;
    private static final int HEADER_LENGTH = MAGIC.length + Integer.BYTES + Long.BYTES + SHA_256_LENGTH;
    private static final int BUFFER_SIZE = 64 * 1024;

    private SnapshotFile() {
    }

    /** Writes the content to a channel that is positioned at 0. */
    static void write(FileChannel channel, PersistedCatalog catalog) throws IOException {
        channel.position(HEADER_LENGTH);
        var sha = Digest.newSha256();
        var out = new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), sha),
                BUFFER_SIZE));
        new SnapshotCodec().write(catalog, out);
        out.flush();
        long length = channel.position() - HEADER_LENGTH;
        channel.position(0);
        var header = ByteBuffer.wrap(header(VERSION, length, sha.digest()));
        while (header.hasRemaining()) {
            channel.write(header);
        }
    }

    /**
     * Reads and verifies a file.
     *
     * @throws IOException if the file is corrupt or cannot be read; the message gives the reason
     */
    static PersistedCatalog read(Path path) throws IOException {
        try (var file = new FileInputStream(path.toFile())) {
            int version = verify(file);
            file.getChannel().position(HEADER_LENGTH);
            return new SnapshotCodec().read(new DataInputStream(new BufferedInputStream(file, BUFFER_SIZE)),
                    version != VERSION_WITHOUT_VISIBILITY);
        } catch (EOFException | RuntimeException e) {
            throw new IOException("its digest matches but its content is invalid: " + e, e);
        }
    }

    /** Returns whether the file exists and is not corrupt. */
    static boolean isIntact(Path path) {
        try (var file = new FileInputStream(path.toFile())) {
            verify(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the version of the format. */
    private static int verify(FileInputStream file) throws IOException {
        var header = file.readNBytes(HEADER_LENGTH);
        if (header.length < HEADER_LENGTH) {
            throw new IOException("it ends within the header");
        }
        var fields = ByteBuffer.wrap(header);
        var magic = new byte[MAGIC.length];
        fields.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("it is not a snapshot file");
        }
        int version = fields.getInt();
        if (version != VERSION && version != VERSION_WITHOUT_VISIBILITY) {
            throw new IOException("its format is version " + version + ", not " + VERSION_WITHOUT_VISIBILITY + " or " + VERSION);
        }
        long length = fields.getLong();
        long actual = file.getChannel().size() - HEADER_LENGTH;
        if (length != actual) {
            throw new IOException("its payload should have " + length + " bytes and has " + actual);
        }
        if (!Arrays.equals(header, header(version, length, payloadDigest(file)))) {
            throw new IOException("its bytes do not match their digest");
        }
        return version;
    }

    private static byte[] payloadDigest(FileInputStream file) throws IOException {
        var sha = Digest.newSha256();
        var buffer = new byte[BUFFER_SIZE];
        for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
            sha.update(buffer, 0, read);
        }
        return sha.digest();
    }

    private static byte[] header(int version, long length, byte[] digest) {
        return ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(version).putLong(length).put(digest).array();
    }
}
