package dev.parlance.catalog;

import java.util.List;

/** The messages of all catalogs. */
public interface Messages {

    /** In the order of their positions. */
    List<Message> of(CatalogName catalog);

    void add(Message message);
}
