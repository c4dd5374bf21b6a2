package dev.parlance.publishing.release;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.release.ReleaseValidator.ReleaseBlocker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The blockers of a release. All are counted, but only the first of each type are listed: a large draft may have a million. */
public final class ReleaseBlockers {
    /** The number of blockers of one problem type that are listed. */
    public static final int MAX_LISTED = 100;

    /** The number of keys or locales that the text of a problem names. */
    private static final int MAX_NAMED = 20;

    private final List<ReleaseBlocker> listed = new ArrayList<>();
    private final Map<ProblemType, Integer> counts = new EnumMap<>(ProblemType.class);
    private final Set<LocaleTag> localesWithBlockers = new TreeSet<>();
    private boolean hasInvalidText;

    void add(ReleaseBlocker blocker) {
        if (counts.merge(blocker.problem().type(), 1, Integer::sum) <= MAX_LISTED) {
            listed.add(blocker);
        }
        hasInvalidText |= blocker.hasInvalidText();
        addLocale(blocker.locale());
    }

    void addAll(ReleaseBlockers other) {
        listed.addAll(other.listed);
        other.counts.forEach((type, count) -> counts.merge(type, count, Integer::sum));
        localesWithBlockers.addAll(other.localesWithBlockers);
        hasInvalidText |= other.hasInvalidText;
    }

    private void addLocale(@Nullable LocaleTag locale) {
        if (locale != null) {
            localesWithBlockers.add(locale);
        }
    }

    /** Returns the first {@link #MAX_LISTED} blockers of each problem type, in the order in which they were found. */
    public List<ReleaseBlocker> listed() {
        return Collections.unmodifiableList(listed);
    }

    /** Returns the number of all blockers. */
    public int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Returns whether a text is invalid. A draft with invalid texts has no bundles to compare. */
    boolean hasInvalidText() {
        return hasInvalidText;
    }

    /** Returns whether no bundle can be built. A draft that lacks texts of its source locale has no bundles either. */
    boolean preventFreezing(LocaleTag source) {
        return hasInvalidText || localesWithBlockers.contains(source);
    }

    /** Returns a problem that lists the blockers. Invalid texts take precedence over missing ones, and those over breaking changes. */
    ProblemException toProblem(String catalog) {
        return summary(catalog).withMember(PublishRelease.FINDINGS_MEMBER, listed())
                .withMember(PublishRelease.FINDING_COUNT_MEMBER, count());
    }

    private ProblemException summary(String catalog) {
        if (hasInvalidText) {
            return ProblemType.RELEASE_REFUSED.with(catalog, count());
        }
        return counts.containsKey(ProblemType.RELEASE_INCOMPLETE)
                ? ProblemType.RELEASE_INCOMPLETE.with(catalog, names(ProblemType.RELEASE_INCOMPLETE))
                : ProblemType.BREAKING_CHANGE.with(names(ProblemType.BREAKING_CHANGE));
    }

    private String names(ProblemType type) {
        var names = listed.stream().filter(it -> it.problem().type() == type).limit(MAX_NAMED)
                .map(it -> String.valueOf(it.key() == null ? it.locale() : it.key())).collect(Collectors.joining(", "));
        return counts.getOrDefault(type, 0) > MAX_NAMED ? names + ", …" : names;
    }
}
