/**
 * Live activity on drafts: revisions, comments and presence, from all replicas.
 *
 * <p>{@code DraftEvents} compares the database with the state that its subscribers have received. It polls, because polling does not depend
 * on messages that could be lost, and works with every database and connection pooler. A catalog without subscribers causes no load.
 */
@NullMarked
package dev.parlance.catalog.activity;

import org.jspecify.annotations.NullMarked;
