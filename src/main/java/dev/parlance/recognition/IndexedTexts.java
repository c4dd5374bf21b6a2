package dev.parlance.recognition;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.compiled.CompiledText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a recogniser by number, in columns. Immutable. */
final class IndexedTexts {
    private static final int BYTES_PER_TEXT = 4 + 2 + 2 + 4 + 4;

    private final int[] messages;
    private final char[] locales;
    private final char[] literalCharacters;
    private final CompiledText[] texts;
    private final ArgumentContract[] contracts;
    private final List<LocaleTag> localeTags;
    private final List<ArgumentReader> readers;

    private IndexedTexts(Builder builder) {
        this.messages = Arrays.copyOf(builder.messages, builder.texts.size());
        this.locales = Arrays.copyOf(builder.locales, builder.texts.size());
        this.texts = builder.texts.toArray(CompiledText[]::new);
        this.contracts = builder.contracts.toArray(ArgumentContract[]::new);
        this.localeTags = List.copyOf(builder.localeTags);
        this.readers = localeTags.stream().map(ArgumentReader::new).toList();
        this.literalCharacters = new char[texts.length];
        for (int i = 0; i < texts.length; i++) {
            int most = alternatives(i).stream().mapToInt(Alternative::literalCharacters).max().orElse(0);
            literalCharacters[i] = (char) Math.min(most, Character.MAX_VALUE);
        }
    }

    static final class Builder {
        private int[] messages = new int[16];
        private char[] locales = new char[16];
        private final List<CompiledText> texts = new ArrayList<>();
        private final List<ArgumentContract> contracts = new ArrayList<>();
        private final List<LocaleTag> localeTags = new ArrayList<>();
        private final Map<ArgumentContract, ArgumentContract> sharedContracts = new HashMap<>();

        void add(int message, LocaleTag locale, CompiledText text, ArgumentContract contract) {
            int next = texts.size();
            if (next == messages.length) {
                messages = Arrays.copyOf(messages, 2 * next);
                locales = Arrays.copyOf(locales, 2 * next);
            }
            if (!localeTags.contains(locale)) {
                localeTags.add(locale);
            }
            messages[next] = message;
            locales[next] = (char) localeTags.indexOf(locale);
            texts.add(text);
            contracts.add(sharedContracts.computeIfAbsent(contract, it -> it));
        }

        IndexedTexts build() {
            return new IndexedTexts(this);
        }
    }

    int size() {
        return texts.length;
    }

    int message(int text) {
        return messages[text];
    }

    LocaleTag locale(int text) {
        return localeTags.get(locales[text]);
    }

    CompiledText compiled(int text) {
        return texts[text];
    }

    ArgumentContract contract(int text) {
        return contracts[text];
    }

    ArgumentReader reader(int text) {
        return readers.get(locales[text]);
    }

    List<Alternative> alternatives(int text) {
        return Alternative.of(texts[text]);
    }

    /** Returns the literal characters of the longest alternative of each text. Callers must not modify the array. */
    char[] literalCharacters() {
        return literalCharacters;
    }

    long sizeInBytes() {
        return (long) BYTES_PER_TEXT * texts.length + Arrays.stream(texts).mapToLong(CompiledText::sizeInBytes).sum();
    }
}
