package dev.parlance.rest;

import dev.parlance.catalog.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Who does what a request asks for, and why. */
@ApplicationScoped
class Acts {
    /** Why something is changed, where the body has no member {@code comment}. */
    static final String COMMENT = "Parlance-Comment";

    private final Clock clock = Clock.systemUTC();

    /**
     * @param header of the request
     * @param field  of its body, which says more than the header
     */
    Act of(SecurityContext caller, @Nullable String header, @Nullable String field) {
        var comment = TextRules.comment(field == null ? COMMENT : "/comment", field == null ? header : field, Act.LONGEST_COMMENT);
        return Act.edit(caller.getUserPrincipal().getName(), clock.instant(), comment);
    }
}
