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

/** Looks at texts that somebody thinks of saving. Stores nothing. */
@Singleton
public final class CheckDraft {
    private final Catalogs catalogs;
    private final RunChecks judge;
    private final Transactions transactions;

    public CheckDraft(Catalogs catalogs, RunChecks judge, Transactions transactions) {
        this.catalogs = catalogs;
        this.judge = judge;
        this.transactions = transactions;
    }

    /** What a message of the catalog might say. */
    public record Candidate(MessageKey key, TextContent wording) {
    }

    public record Checked(MessageKey key, List<Finding> findings) {
    }

    /** In the order of the candidates. */
    public List<Checked> check(CatalogName name, LocaleTag locale, List<Candidate> candidates) {
        return transactions.call(() -> {
            var catalog = catalogs.find(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
            catalog.requireLocale(locale);
            var around = judge.contextOf(catalog, locale, candidates.stream().map(Candidate::key).distinct().toList());
            return candidates.stream().map(it -> new Checked(it.key(), around.findings(it.key(), it.wording()))).toList();
        });
    }
}
