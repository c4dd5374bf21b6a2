package dev.parlance.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A list of checks that run together over a text. */
public final class Checks {
    /**
     * The maximum number of findings of one check in one text.
     *
     * <p>A hundred more would teach the translator nothing.
     */
    public static final int MAX_FINDINGS_PER_CHECK = 20;
    /** The maximum number of fixes that are tried per text; each try costs as much as a full run. */
    public static final int MAX_VERIFIED_FIXES = 8;

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity).thenComparing(Finding::part)
            .thenComparing(Finding::start).thenComparing(Finding::end).thenComparing(Finding::check)
            .thenComparing(Finding::explanation);

    private final List<Check> checks;

    public Checks(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Returns the checks in the order in which they were listed. */
    public List<Check> all() {
        return checks;
    }

    /**
     * Returns the findings of all checks, by severity, part and position.
     *
     * <p>A fix that was not tried, or that does not resolve its finding, is removed.
     */
    public List<Finding> run(CheckInput input) {
        var findings = findAll(input);
        int attempts = 0;
        var result = new ArrayList<Finding>();
        for (var it : findings) {
            result.add(it.fix().isEmpty() || attempts++ < MAX_VERIFIED_FIXES && isResolvedBy(input, findings, it) ? it : it.withoutFix());
        }
        return List.copyOf(result);
    }

    private List<Finding> findAll(CheckInput input) {
        var findings = new ArrayList<Finding>();
        for (var check : checks) {
            var checkFindings = check.inspect(input);
            if (!checkFindings.isEmpty()) {
                checkFindings.stream().sorted(ORDER).filter(distinct()).limit(MAX_FINDINGS_PER_CHECK).forEach(findings::add);
            }
        }
        findings.sort(ORDER);
        return findings;
    }

    /** Drops findings that several variants of a text have in common. */
    private static Predicate<Finding> distinct() {
        var seen = new HashSet<List<Object>>();
        return it -> seen.add(List.of(it.part(), it.start(), it.end(), it.explanation(), it.arguments()));
    }

    /** Returns whether the fix removes its finding and causes no new one. */
    private boolean isResolvedBy(CheckInput input, List<Finding> findings, Finding finding) {
        var fix = finding.fix().orElseThrow();
        var before = countByIdentity(findings);
        before.merge(identityOf(finding), -1, Integer::sum);
        var after = countByIdentity(findAll(input.with(finding.part(), fix.text())));
        return after.entrySet().stream().allMatch(it -> it.getValue() <= before.getOrDefault(it.getKey(), 0));
    }

    /** Ignores positions, which a fix moves. */
    private static Map<List<Object>, Integer> countByIdentity(List<Finding> findings) {
        var counts = new HashMap<List<Object>, Integer>();
        findings.forEach(it -> counts.merge(identityOf(it), 1, Integer::sum));
        return counts;
    }

    private static List<Object> identityOf(Finding it) {
        return List.of(it.part(), it.explanation(), it.arguments());
    }
}
