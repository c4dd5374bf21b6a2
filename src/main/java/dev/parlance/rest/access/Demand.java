package dev.parlance.rest.access;

import java.lang.reflect.Method;
import java.util.Optional;

/** What a resource method says of who may call it. */
public record Demand(Optional<Needs> needs, Optional<Admits.Whom> whom) {

    /** @throws IllegalStateException for a method that says nothing, or two things: it must not be served */
    public static Demand of(Method method) {
        var demand = new Demand(Optional.ofNullable(method.getAnnotation(Needs.class)),
                Optional.ofNullable(method.getAnnotation(Admits.class)).map(Admits::value));
        if (demand.needs().isPresent() == demand.whom().isPresent()) {
            throw new IllegalStateException(method + " has to say either @Needs or @Admits");
        }
        return demand;
    }
}
