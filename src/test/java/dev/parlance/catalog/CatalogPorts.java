package dev.parlance.catalog;

import dev.parlance.catalog.glossary.Glossary;
import dev.parlance.catalog.history.History;
import dev.parlance.catalog.jobs.Jobs;
import dev.parlance.catalog.suggestions.TranslationMemory;
import jakarta.inject.Singleton;

/** The ports of the domain: in the container those of PostgreSQL, in plain tests the fakes. */
@Singleton
public record CatalogPorts(Catalogs catalogs, Messages messages, Texts texts, History history, Glossary glossary, Jobs jobs,
                           TranslationMemory translationMemory, Transactions transactions) {
}
