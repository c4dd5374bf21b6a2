package dev.parlance.publishing.release;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Published bytes as they are kept: compressed.
 *
 * @param digest    of what they were
 * @param length    of what they were
 * @param encodings at least gzip; not to be written to
 */
public record CompressedBlob(Digest digest, int length, Map<ContentEncoding, byte[]> encodings) {

    /** Bytes and how they are to be compressed. */
    public record UncompressedBlob(Digest digest, byte[] bytes, List<ContentEncoding> encodings) {
    }

    /** All at once: compressing takes more than anything else, and nothing of it waits for another. */
    public static List<CompressedBlob> compressAll(List<UncompressedBlob> blobs) {
        var tasks = new ArrayList<Callable<byte[]>>();
        blobs.forEach(it -> it.encodings().forEach(encoding -> tasks.add(() -> encoding.compress(it.bytes()))));
        var compressed = Parallel.runAll(tasks).iterator();
        return blobs.stream().map(it -> {
            var encodings = new EnumMap<ContentEncoding, byte[]>(ContentEncoding.class);
            it.encodings().forEach(encoding -> encodings.put(encoding, compressed.next()));
            return new CompressedBlob(it.digest(), it.bytes().length, encodings);
        }).toList();
    }
}
