package dev.parlance.rest.problem;

import dev.parlance.exchange.ServiceMessages;
import java.util.Optional;

/** Turns domain objects that a problem carries into its extension members (RFC 9457, section 3.2). */
public interface ProblemMembers {

    /** The value to serialise as JSON; empty if this implementation does not know the type of the member. */
    Optional<Object> view(Object member, ServiceMessages texts, Optional<String> acceptLanguage);
}
