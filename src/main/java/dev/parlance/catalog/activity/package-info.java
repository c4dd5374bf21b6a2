/**
 * The activity on drafts as it happens: revisions, comments and presence, made by any replica.
 *
 * <p>{@code DraftEvents} compares the database with what its subscribers know. It polls, because a poll needs no message that could be
 * lost, and works with every engine and connection pooler. A catalog without subscribers costs nothing.
 */
@NullMarked
package dev.parlance.catalog.activity;

import org.jspecify.annotations.NullMarked;
