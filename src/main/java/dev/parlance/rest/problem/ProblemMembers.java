package dev.parlance.rest.problem;

import dev.parlance.exchange.ServiceMessages;
import java.util.Optional;

/** Converts domain objects that a problem carries to extension members (RFC 9457, section 3.2). */
public interface ProblemMembers {

    /** Returns the value to serialize as JSON; empty if the type of the member is not supported here. */
    Optional<Object> view(Object member, ServiceMessages texts, Optional<String> acceptLanguage);
}
