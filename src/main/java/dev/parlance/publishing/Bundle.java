package dev.parlance.publishing;

import java.util.SortedMap;

/**
 * One locale of a release for apps.
 *
 * @param release  the release in which these bytes were made
 * @param messages pattern by key; arguments by their declared names
 */
record Bundle(String catalog, int release, String locale, SortedMap<String, String> messages) {
}
