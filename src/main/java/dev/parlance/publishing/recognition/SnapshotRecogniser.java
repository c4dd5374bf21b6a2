package dev.parlance.publishing.recognition;

import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.recognition.Recogniser;
import dev.parlance.recognition.Recognition;
import dev.parlance.recognition.RecognitionQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the messages of a release that a text can come from. Immutable. */
public final class SnapshotRecogniser {
    /** Messages that render alike are compared with the code before the limit of the query applies. */
    private static final int MIN_COMPARED = 64;
    /** A message with fewer characters beside its arguments, such as {@code {0}: {1}}, could match almost any text. */
    private static final int MIN_LITERAL_CHARACTERS = 3;

    private final Map<PublishedLocale, Recogniser> recognisers;

    SnapshotRecogniser(Map<PublishedLocale, Recogniser> recognisers) {
        this.recognisers = recognisers;
    }

    Collection<Recogniser> recognisers() {
        return recognisers.values();
    }

    /**
     * Returns the messages that a text can come from, best first.
     *
     * <p>All messages that render alike are returned. Messages that consist of little more than arguments are left out.
     *
     * @param code the code that came with the text; among equally good messages, those with this code come first
     */
    public List<RecognisedMessage> find(RecognitionQuery query, Optional<String> code) {
        var wide = new RecognitionQuery(query.text(), Optional.empty(), query.tolerant(), Math.max(query.limit(), MIN_COMPARED));
        var order = Comparator.comparing(RecognisedMessage::recognition, Recognition.BEST_MATCH_FIRST)
                .thenComparing(it -> code.isEmpty() || !it.message().code().equals(code.get()))
                .thenComparing(RecognisedMessage::recognition, Recognition.BEST_FIRST);
        return recognisers.entrySet().stream()
                .filter(it -> query.locale().isEmpty() || query.locale().get().equals(it.getKey().locale()))
                .flatMap(it -> find(it.getKey(), it.getValue(), wide).stream())
                .sorted(order).limit(query.limit()).toList();
    }

    private static List<RecognisedMessage> find(PublishedLocale locale, Recogniser recogniser, RecognitionQuery query) {
        var messages = locale.messages();
        return recogniser.recognise(query).stream()
                .filter(it -> it.arguments().isEmpty() || it.literalCharacters() >= MIN_LITERAL_CHARACTERS)
                .map(it -> new RecognisedMessage(messages.get(it.message()), it)).toList();
    }
}
