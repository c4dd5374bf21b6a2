package dev.parlance.catalog;

/**
 * A reviewer's decision to keep what a check warns of, valid until the content of the text changes.
 *
 * @param check name of the check
 * @param by    actor who confirmed the warning
 */
public record Confirmation(String check, String reason, String by) {
}
