package dev.parlance.rest.delivery;

import dev.parlance.exchange.ServiceMessages;
import dev.parlance.publishing.release.ReleaseValidator;
import dev.parlance.rest.problem.ProblemMembers;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Converts the findings that block a release to problem members. */
@Singleton
class ReleaseProblemMembers implements ProblemMembers {

    @Override
    public Optional<Object> view(Object member, ServiceMessages texts, Optional<String> acceptLanguage) {
        return member instanceof ReleaseValidator.ReleaseBlocker finding
                ? Optional.of(ReleaseView.ReleaseFindingView.of(finding, texts, acceptLanguage)) : Optional.empty();
    }
}
