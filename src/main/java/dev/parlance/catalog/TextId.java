package dev.parlance.catalog;

import jakarta.persistence.Embeddable;

/** The natural key of a text. */
@Embeddable
public record TextId(String catalog, String key, String locale) {
}
