package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import jakarta.inject.Singleton;

/** The checks look at texts they have not seen since these were worded, some at a time, so that nobody waits for the catalog for long. */
@Singleton
public final class CatchUp {
    private final Catalogs catalogs;
    private final Texts texts;
    private final JudgeTexts judge;
    private final Transactions transactions;

    public CatchUp(Catalogs catalogs, Texts texts, JudgeTexts judge, Transactions transactions) {
        this.catalogs = catalogs;
        this.texts = texts;
        this.judge = judge;
        this.transactions = transactions;
    }

    /** Whether there were any. */
    public boolean some() {
        return transactions.call(() -> {
            var catalog = texts.withUnjudged().flatMap(catalogs::lock);
            catalog.ifPresent(judge::catchUpSome);
            return catalog.isPresent();
        });
    }
}
