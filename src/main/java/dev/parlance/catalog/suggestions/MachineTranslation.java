package dev.parlance.catalog.suggestions;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;

/** The port to machine translation. Its results are untrusted: they become suggestions or drafts only. */
public interface MachineTranslation {
    /** Rejects every call, for a service without machine translation. */
    MachineTranslation DISABLED = (source, from, to) -> {
        throw ProblemType.MACHINE_TRANSLATION_OFF.with();
    };

    /**
     * Translates a text, and keeps the syntax and the arguments of the source.
     *
     * <p>Takes seconds, so it must not be called within a transaction.
     *
     * @throws dev.parlance.problems.ProblemException if machine translation is off or unavailable, or its result is unusable
     */
    TextContent translate(TextContent source, LocaleTag sourceLocale, LocaleTag targetLocale);
}
