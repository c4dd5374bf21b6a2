/** Formatting and locale matching with ICU4J. The rest of the client loads these classes only if ICU4J is on the class path. */
package dev.parlance.client.icu;
