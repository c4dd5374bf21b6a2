package dev.parlance.catalog.suggestions;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;

/** A machine that translates. Never trusted: what it says is a suggestion, or a draft. */
public interface MachineTranslation {
    /** For a service that has none. */
    MachineTranslation DISABLED = (source, from, to) -> {
        throw ProblemType.MACHINE_TRANSLATION_OFF.with();
    };

    /**
     * In the syntax of the source, with the same arguments. Takes seconds: not for within a transaction.
     *
     * @throws dev.parlance.problems.CatalogProblem where there is no machine, it does not answer, or its answer cannot be used
     */
    TextContent translate(TextContent source, LocaleTag sourceLocale, LocaleTag targetLocale);
}
