package dev.parlance.security;

import dev.parlance.catalog.history.VisibilityHistory;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records changes of visibility in the history of access changes. */
@Singleton
public final class VisibilityRecorder implements VisibilityHistory {
    private final AccessHistory history;

    public VisibilityRecorder(AccessHistory history) {
        this.history = history;
    }

    @Override
    public void add(VisibilityChange it) {
        var action = it.before() == null ? AccessChange.Action.CREATED
                : it.after() == null ? AccessChange.Action.REMOVED : AccessChange.Action.CHANGED;
        history.add(new AccessChange(AccessChange.Subject.VISIBILITY, it.catalog().value(), Optional.of(it.catalog()), action,
                it.changedAt(), it.actor(), state(it.before()), state(it.after())));
    }

    private static Map<String, String> state(@Nullable Boolean publiclyReadable) {
        return publiclyReadable == null ? Map.of() : Map.of("public", publiclyReadable.toString());
    }
}
