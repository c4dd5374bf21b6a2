/** Comments, presence and the activity on drafts in PostgreSQL. */
@NullMarked
package dev.parlance.storage.activity;

import org.jspecify.annotations.NullMarked;
