package dev.parlance.rest.authoring;

import dev.parlance.catalog.history.VersionCheck;
import dev.parlance.checks.Finding;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.rest.problem.ProblemMembers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The JSON forms of problem members: findings of checks, and the versions in conflict. */
@Singleton
class DraftProblemMembers implements ProblemMembers {

    @Override
    public Optional<Object> view(Object member, ServiceMessages texts, Optional<String> acceptLanguage) {
        if (member instanceof Finding finding) {
            return Optional.of(FindingView.of(List.of(finding), texts, acceptLanguage).get(0));
        }
        return member instanceof VersionCheck.VersionedState present ? Optional.of(HistoryStateView.of(present)) : Optional.empty();
    }
}
