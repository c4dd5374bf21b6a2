package dev.parlance.formats;

import java.util.Locale;

/** A reason why a client prints a different text than this service. */
public enum LossReason {
    /** The client rounds, groups or styles numbers differently from the pattern. */
    NUMBER_STYLE,
    /** The client formats numbers by the rules of its locale, but the text is in a locale with different rules. */
    NUMBER_RULES,
    /** The client cannot select this plural form: a second counted argument, an offset, or an exact number. */
    PLURAL_FORM,
    /** The client selects plural forms by the rules of its locale, but the text is in a locale with different rules. */
    PLURAL_RULES,
    /** The client cannot select a branch by this value. */
    SELECTION,
    /** The client formats dates and times in its own time zone and style. */
    DATE,
    /** The client does not support monetary amounts. */
    CURRENCY,
    /** The service formats this value with a printf conversion that no pattern can express, such as {@code %05d}. */
    PRINTF_CONVERSION,
    /** The client interprets characters of the text as its own syntax. */
    SYNTAX,
    /** The client interprets this argument as an option. */
    ARGUMENT_NAME,
    /** The text uses an argument that is not declared. */
    UNDECLARED_ARGUMENT,
    /** The client may find a different message under a key that it derives from this one. */
    KEY_CONFLICT;

    /** Returns the name on the wire, such as {@code number-style}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
