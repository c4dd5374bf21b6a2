package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.TextId;
import dev.parlance.catalog.Texts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Texts in PostgreSQL. */
@ApplicationScoped
class PanacheTexts implements Texts, PanacheRepositoryBase<MessageText, TextId> {

    @Override
    public List<MessageText> of(CatalogName catalog) {
        return list("id.catalog", catalog.value());
    }

    @Override
    public void add(MessageText text) {
        persist(text);
    }
}
