/** Shared parts of all pages: labels, frame, addresses, assets, representations and responses. */
@NullMarked
package dev.parlance.web.page;

import org.jspecify.annotations.NullMarked;
