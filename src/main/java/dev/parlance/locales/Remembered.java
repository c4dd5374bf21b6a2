package dev.parlance.locales;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers to what callers send with every request and seldom differently. Whoever fills it with rubbish makes the others pay once
 * more: when it is full, it is emptied.
 */
final class Remembered<K, V> {
    private static final int MOST = 1000;

    private final Map<K, V> answers = new ConcurrentHashMap<>();

    /** @param make does not ask this very object; what it refuses is not remembered */
    V of(K question, Function<K, V> make) {
        var known = answers.get(question);
        if (known != null) {
            return known;
        }
        var made = make.apply(question);
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(question, made);
        return made;
    }
}
