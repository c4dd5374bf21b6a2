package dev.parlance.publishing.release;

import dev.parlance.problems.ProblemType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.regex.Pattern;

/** A named pointer to a release of its catalog. */
@Entity
public class Channel {
    /** The channel that is read when a request names none. */
    public static final String PRODUCTION = "production";

    /** The reserved name under which the draft is read. It is never a channel. */
    public static final String DRAFT = "draft";

    /** The same rule as for catalog names, because a channel name is part of URLs. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?");

    @EmbeddedId
    private Id id;
    private int release;
    private int moves;

    /** The natural key. */
    @Embeddable
    public record Id(String catalog, String name) {
        public Id {
            if (!NAME.matcher(name).matches()) {
                throw ProblemType.INVALID_NAME.with(name, NAME.pattern(), "staging", "name");
            }
        }
    }

    /** For the persistence layer. */
    protected Channel() {
    }

    Channel(Id id) {
        this.id = id;
    }

    public Id id() {
        return id;
    }

    public String name() {
        return id.name();
    }

    public int release() {
        return release;
    }

    /** Returns how many times the channel has been moved, 1 for a new channel. Serves as its version. */
    public int moves() {
        return moves;
    }

    void pointAt(int release) {
        this.release = release;
        this.moves++;
    }
}
