package dev.parlance.client;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The last release on disk. One file holds all locales of the client, so that a cache never mixes two releases.
 *
 * <p>A file is replaced atomically. Several processes can share a folder: the last writer wins, and every file is complete. An error
 * never reaches the app, because the cache only matters at the next start.
 */
final class DiskCache {
    private static final Logger LOG = Logger.getLogger(DiskCache.class.getName());
    private static final int NAME_DIGITS = 16;

    private final Path folder;
    private final String catalog;
    private final String prefix;
    private final String name;

    /** @param position the channel, or the pinned release */
    DiskCache(Path folder, String catalog, String position, Collection<LocaleRequest> locales) {
        this.folder = folder;
        this.catalog = catalog;
        this.prefix = CatalogApi.encode(catalog) + "@" + CatalogApi.encode(position) + "@";
        StringBuilder requested = new StringBuilder();
        locales.forEach(it -> requested.append(it.value()).append('\n'));
        this.name = prefix + Digests.sha256(requested.toString().getBytes(StandardCharsets.UTF_8)).substring(0, NAME_DIGITS) + ".json";
    }

    /** Returns the usable files, best first: that of the same locales, then those of other locales of the same channel. */
    List<Seed> read() {
        List<Seed> seeds = new ArrayList<>();
        for (Path file : files()) {
            try {
                seeds.add(Seed.read(catalog, Files.readAllBytes(file)));
            } catch (IOException e) {
                LOG.log(Level.INFO, e, () -> "The cache " + file + " is ignored.");
            }
        }
        return seeds;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String file = entry.getFileName().toString();
                if (file.equals(name)) {
                    files.add(0, entry);
                } else if (file.startsWith(prefix) && file.endsWith(".json")) {
                    files.add(entry);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, e, () -> "The folder " + folder + " cannot be read.");
        }
        return files;
    }

    void write(Release release, int knownSeed) {
        Path temporary = null;
        try {
            Files.createDirectories(folder);
            temporary = Files.createTempFile(folder, name, ".tmp");
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer content = ByteBuffer.wrap(Seed.write(catalog, release.number(), release.bundles(), knownSeed));
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            move(temporary, folder.resolve(name));
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "The cache in " + folder + " cannot be written.");
            delete(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, e, () -> "The file " + file + " remains.");
        }
    }
}
