package dev.parlance.catalog;

import java.util.List;

/** The texts of all messages: the draft, never what apps read. */
public interface Texts {

    /** In no stated order. */
    List<MessageText> of(CatalogName catalog);

    void add(MessageText text);
}
