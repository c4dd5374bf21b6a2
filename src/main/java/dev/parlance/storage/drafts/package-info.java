/** The queries on the messages of a draft, in SQL. A part of {@code storage}. */
@NullMarked
package dev.parlance.storage.drafts;

import org.jspecify.annotations.NullMarked;
