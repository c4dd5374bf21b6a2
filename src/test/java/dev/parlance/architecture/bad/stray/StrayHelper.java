package dev.parlance.architecture.bad.stray;

/** In a room that is not on the map, and called after nothing. */
public class StrayHelper {
}
