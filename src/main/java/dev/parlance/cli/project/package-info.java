/**
 * The files of a project: the configuration {@code parlance.yaml}, the files that its patterns find, and the texts in them.
 *
 * <p>A pattern that names the locale in the path leaves nothing to guess. The files are read with the readers that the service imports
 * with, so that {@code check} finds in a commit what an import would find later.
 */
@NullMarked
package dev.parlance.cli.project;

import org.jspecify.annotations.NullMarked;
