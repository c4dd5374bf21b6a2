package dev.parlance.embedded;

import dev.parlance.filesystem.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The archive on the class path with PostgreSQL's programs for this operating system and processor. */
final class PostgresArchive {
    private final URL url;

    private PostgresArchive(URL url) {
        this.url = url;
    }

    /** @throws IOException if the class path has no archive for this machine */
    static PostgresArchive find() throws IOException {
        var name = "postgres-" + operatingSystem() + "-" + processor() + ".txz";
        var url = PostgresArchive.class.getClassLoader().getResource(name);
        if (url == null) {
            throw new IOException("this build does not contain PostgreSQL for this machine (" + name + ")");
        }
        return new PostgresArchive(url);
    }

    private static String operatingSystem() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : name;
    }

    private static String processor() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    /** Returns the SHA-256 of the archive in lower-case hexadecimal. */
    String digest() throws IOException {
        try (var in = new DigestInputStream(url.openStream(), newSha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    /** Unpacks the archive into an existing empty folder. Only the owner can access the files. */
    void unpack(Path folder) throws IOException {
        try (var in = new TarArchiveInputStream(new XZInputStream(url.openStream()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                unpack(entry, in, folder);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive contains a path outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            PrivateFiles.createFolder(target);
            return;
        }
        PrivateFiles.createFolder(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, target);
            PrivateFiles.restrict(target);
            if ((entry.getMode() & 0100) != 0 || target.startsWith(folder.resolve("bin"))) {
                target.toFile().setExecutable(true, true);
            }
        } else {
            throw new IOException("the archive contains neither a file nor a folder: " + entry.getName());
        }
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
