package dev.parlance.security;

/** What an actor may be. Constants, because annotations want them. */
public final class Role {
    /** May cut releases and move channels of every catalog. */
    public static final String ADMINISTRATOR = "administrator";

    private Role() {
    }
}
