/** The shipped documentation of the service: the Markdown files of {@code src/docs} and the README. */
@NullMarked
package dev.parlance.web.docs;

import org.jspecify.annotations.NullMarked;
