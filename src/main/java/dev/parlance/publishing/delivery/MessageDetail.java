package dev.parlance.publishing.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A detail of messages that a bundle can include beside the texts. */
public enum MessageDetail {
    CODE, REASON, DESCRIPTION, ADVICE;

    /** The labels of all constants, for the reader. */
    public static final String LABELS = Arrays.stream(values()).map(MessageDetail::label).collect(Collectors.joining(", "));

    /** Returns the constant with a label; empty if there is none. */
    public static Optional<MessageDetail> find(String label) {
        return Arrays.stream(values()).filter(it -> it.label().equals(label)).findFirst();
    }

    /** Returns the name on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
