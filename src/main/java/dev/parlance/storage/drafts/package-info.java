/** The SQL queries for the messages of a draft. Internal to {@code storage}. */
@NullMarked
package dev.parlance.storage.drafts;

import org.jspecify.annotations.NullMarked;
