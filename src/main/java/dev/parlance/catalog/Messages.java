package dev.parlance.catalog;

import java.util.List;
import java.util.Map;

/** The messages of all catalogs. */
public interface Messages {

    /** In the order of their positions. */
    List<Message> of(CatalogName catalog);

    /** As {@link #of}, read only: these are no entities. */
    Map<MessageKey, Message.Definition> definitions(CatalogName catalog);

    void add(Message message);
}
