package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An act on an account, a member, a key, a token or the visibility of a catalog. It never changes once recorded.
 *
 * @param subject   what was changed
 * @param name      the name of the account or member, the id of the key or token, or the name of the catalog
 * @param catalog   the catalog that the act concerns; empty for accounts and tokens
 * @param changedBy the name of the actor
 * @param before    the state before the act, without secrets; empty if there was none
 * @param after     the state after the act, without secrets; empty if there is none
 */
public record AccessChange(Subject subject, String name, Optional<CatalogName> catalog, Action action, Instant changedAt, String changedBy,
        Map<String, String> before, Map<String, String> after) {

    /** The kind of object that an act changes. */
    public enum Subject {
        ACCOUNT, MEMBER, KEY, TOKEN, VISIBILITY;

        /** Returns the name used in responses and the database. */
        public String label() {
            return toLabel(this);
        }

        public static Subject of(String label) {
            return Arrays.stream(values()).filter(it -> it.label().equals(label)).findFirst().orElseThrow();
        }
    }

    /** The kind of act. */
    public enum Action {
        CREATED, CHANGED, PASSWORD_CHANGED, REVOKED, REMOVED;

        /** Returns the name used in responses and the database. */
        public String label() {
            return toLabel(this);
        }

        public static Action of(String label) {
            return Arrays.stream(values()).filter(it -> it.label().equals(label)).findFirst().orElseThrow();
        }
    }

    private static String toLabel(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
