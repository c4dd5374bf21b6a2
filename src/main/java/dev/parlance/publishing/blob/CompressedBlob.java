package dev.parlance.publishing.blob;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A published document in compressed form, as it is stored and delivered.
 *
 * @param digest    digest of the uncompressed bytes
 * @param length    length of the uncompressed bytes
 * @param encodings compressed bytes by content encoding, gzip at least; callers must not modify the arrays
 */
public record CompressedBlob(Digest digest, int length, Map<ContentEncoding, byte[]> encodings) {

    /** Bytes to compress, with the encodings to produce. */
    public record UncompressedBlob(Digest digest, byte[] bytes, List<ContentEncoding> encodings) {
    }

    /** Compresses the blobs in parallel: compression dominates the time of a cut, and its tasks are independent. */
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
