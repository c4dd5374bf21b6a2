package dev.parlance.publishing.release;

import jakarta.persistence.Embeddable;

/** The natural key of a release. Numbers count from 1 in each catalog. */
@Embeddable
public record ReleaseId(String catalog, int number) {
}
