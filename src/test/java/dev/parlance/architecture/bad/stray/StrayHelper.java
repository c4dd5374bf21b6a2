package dev.parlance.architecture.bad.stray;

/** A class in a package without a row, named after a stereotype. */
public class StrayHelper {
}
