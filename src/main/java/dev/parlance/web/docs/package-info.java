/** The documentation of the service: the Markdown of {@code src/docs} and the README, which are shipped with it. */
@NullMarked
package dev.parlance.web.docs;

import org.jspecify.annotations.NullMarked;
