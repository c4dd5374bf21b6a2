package dev.parlance.publishing.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A dictionary-encoded column: one byte for each position, or none if all values are equal. Immutable. */
final class DictionaryColumn<T> {
    private static final int MAX_VALUES = 256;

    private final List<T> values;
    private final byte[] indexes;

    private DictionaryColumn(List<T> values, byte[] indexes) {
        this.values = values;
        this.indexes = indexes;
    }

    T get(int position) {
        return values.get(indexes.length == 0 ? 0 : Byte.toUnsignedInt(indexes[position]));
    }

    /** Returns how many of the first {@code positions} entries have this value. */
    long count(T value, int positions) {
        return IntStream.range(0, positions).filter(it -> get(it).equals(value)).count();
    }

    static final class Builder<T> {
        private final List<T> values = new ArrayList<>();
        private final byte[] indexes;

        Builder(int size) {
            this.indexes = new byte[size];
        }

        void set(int position, T value) {
            int index = values.indexOf(value);
            if (index < 0) {
                index = values.size();
                values.add(value);
            }
            if (index == MAX_VALUES) {
                throw new IllegalStateException("more than " + MAX_VALUES + " different values: " + values);
            }
            indexes[position] = (byte) index;
        }

        DictionaryColumn<T> build() {
            return new DictionaryColumn<>(List.copyOf(values), values.size() > 1 ? indexes : new byte[0]);
        }
    }
}
