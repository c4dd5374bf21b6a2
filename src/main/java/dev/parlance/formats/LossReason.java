package dev.parlance.formats;

import java.util.Locale;

/** A reason why a client prints another text than this service. */
public enum LossReason {
    /** The client rounds, groups or styles numbers in another way than the pattern requires. */
    NUMBER_STYLE,
    /** The client prints numbers by the rules of its locale, and the text is in a locale with other rules. */
    NUMBER_RULES,
    /** The client cannot choose this plural form: a second counted argument, an offset, or an exact number. */
    PLURAL_FORM,
    /** The client chooses plural forms by the rules of its locale, and the text is in a locale with other rules. */
    PLURAL_RULES,
    /** The client cannot choose by this value. */
    SELECTION,
    /** The client formats dates and times in its own time zone and style. */
    DATE,
    /** The client has no amounts of money. */
    CURRENCY,
    /** The service formats this value as printf does, which no pattern expresses, such as {@code %05d}. */
    PRINTF_CONVERSION,
    /** The client takes characters of the text for its own syntax. */
    SYNTAX,
    /** The client takes this argument for an option. */
    ARGUMENT_NAME,
    /** The text uses an argument that is not declared. */
    UNDECLARED_ARGUMENT,
    /** The client may find another message under a key that it derives from this one. */
    KEY_CONFLICT;

    /** Returns the name on the wire, such as {@code number-style}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
