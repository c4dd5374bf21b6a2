/**
 * Generates source code from a catalog: constants of keys, codes and reasons, and a typed function for each text.
 *
 * <p>The generators are pure: the same catalog produces the same bytes on every machine. They read neither files nor the network, so
 * {@code dev.parlance.cli.generate} collects the messages.
 *
 * <p>Generated code has no dependency. It calls a minimal interface, {@code text(key, arguments)}, which every client implements. Texts
 * are in comments only, because they change with each release and the code does not.
 *
 * <p>Keys and texts are untrusted: translators and partners write them. A text cannot end its comment and a key cannot end its literal, and
 * characters that make source code look different from what it does, such as bidirectional controls, are written as escapes.
 * {@link dev.parlance.codegen.Identifiers} makes identifiers of keys. Names that collide get a digest of the key and not a number, because
 * a number would silently move to another message when a key is added.
 *
 * <p>Java and Kotlin get constants instead of enumerations: a class file limits the code of an initialiser to 64 KiB, which is about 2,500
 * enumeration constants, and a value that a newer release adds must not be an error.
 */
@NullMarked
package dev.parlance.codegen;

import org.jspecify.annotations.NullMarked;
