package dev.parlance.formats;

import java.util.Locale;

/** The syntax of placeholders in texts. File formats and dialects are independent of each other. */
public enum MessageDialect {
    /** ICU MessageFormat; an apostrophe quotes only before a syntax character. */
    ICU,
    /** {@code java.text.MessageFormat}: positions in braces; every apostrophe quotes. */
    JAVA,
    /** Like {@link #JAVA} for texts with arguments; texts without arguments are literal, as in Spring and Keycloak. */
    SPRING,
    /** Positions and names in braces; apostrophes are literal and quoting is impossible, as in Flutter. */
    BRACES,
    /** {@code %s}, {@code %1$d}. */
    PRINTF,
    /** Printf with {@code %@}, as in Foundation. */
    APPLE,
    /** <code>{{name}}</code> of i18next. */
    I18NEXT,
    /** <code>%{name}</code> of Ruby. */
    RUBY,
    /** <code>%(name)s</code> of Python, or {@code %s}. */
    PYTHON,
    /** <code>{{.Name}}</code> of Go. */
    GO,
    /** {@code $NAME$} of WebExtensions. */
    WEBEXTENSION,
    /** <code>%name%</code> and <code>{{ name }}</code> of Symfony, with plural forms separated by bars. */
    SYMFONY,
    /** Literal text. */
    PLAIN;

    /** Returns the name on the wire, such as {@code i18next}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
