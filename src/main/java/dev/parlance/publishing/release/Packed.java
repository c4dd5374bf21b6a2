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
public record Packed(Digest digest, int length, Map<Encoding, byte[]> encodings) {

    /** Bytes and how they are to be compressed. */
    public record Plain(Digest digest, byte[] bytes, List<Encoding> encodings) {
    }

    /** All at once: compressing takes more than anything else, and nothing of it waits for another. */
    public static List<Packed> all(List<Plain> plain) {
        var tasks = new ArrayList<Callable<byte[]>>();
        plain.forEach(it -> it.encodings().forEach(encoding -> tasks.add(() -> encoding.encode(it.bytes()))));
        var encoded = AtOnce.all(tasks).iterator();
        return plain.stream().map(it -> {
            var encodings = new EnumMap<Encoding, byte[]>(Encoding.class);
            it.encodings().forEach(encoding -> encodings.put(encoding, encoded.next()));
            return new Packed(it.digest(), it.bytes().length, encodings);
        }).toList();
    }
}
