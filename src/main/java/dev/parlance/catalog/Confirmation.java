package dev.parlance.catalog;

/** Somebody looked at what a check warns of, and leaves it. Holds until the text is worded anew. */
public record Confirmation(String check, String reason, String by) {
}
