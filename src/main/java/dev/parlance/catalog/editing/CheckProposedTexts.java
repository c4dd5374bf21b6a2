package dev.parlance.catalog.editing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Transactions;
import dev.parlance.checks.Finding;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks proposed texts without storing them. */
@Singleton
public final class CheckProposedTexts {
    private final Catalogs catalogs;
    private final RunChecks runChecks;
    private final Transactions transactions;

    public CheckProposedTexts(Catalogs catalogs, RunChecks runChecks, Transactions transactions) {
        this.catalogs = catalogs;
        this.runChecks = runChecks;
        this.transactions = transactions;
    }

    /** Proposed content for a message of the catalog. */
    public record ProposedText(MessageKey key, TextContent content) {
    }

    public record ProposedTextFindings(MessageKey key, List<Finding> findings) {
    }

    /**
     * Returns the findings in the order of the candidates.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}, {@code UNKNOWN_LOCALE} or {@code UNKNOWN_MESSAGE}
     */
    public List<ProposedTextFindings> run(CatalogName name, LocaleTag locale, List<ProposedText> candidates) {
        return transactions.call(() -> {
            var catalog = catalogs.find(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
            catalog.requireLocale(locale);
            var checkContext = runChecks.loadContext(catalog, locale, candidates.stream().map(ProposedText::key).distinct().toList());
            return candidates.stream().map(it -> new ProposedTextFindings(it.key(), checkContext.check(it.key(), it.content()))).toList();
        });
    }
}
