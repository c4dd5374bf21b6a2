/**
 * The files of a project: the configuration {@code parlance.yaml}, the files that match its patterns, and their texts.
 *
 * <p>If a pattern contains the locale, no locale has to be detected. The files are read with the same readers as imports by the service, so
 * {@code check} reports the same problems before a commit as an import would report later.
 */
@NullMarked
package dev.parlance.cli.project;

import org.jspecify.annotations.NullMarked;
