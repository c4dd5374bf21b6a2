package dev.parlance.catalog;

import jakarta.persistence.Embeddable;

/** The natural key of a message. */
@Embeddable
public record MessageId(String catalog, String key) {
}
