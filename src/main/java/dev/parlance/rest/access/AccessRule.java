package dev.parlance.rest.access;

import java.lang.reflect.Method;
import java.util.Optional;

/** What a resource method says of who may call it. */
public record AccessRule(Optional<RequiresPermission> requiredPermission, Optional<AllowedCallers.CallerGroup> allowedGroup) {

    /** @throws IllegalStateException for a method that says nothing, or two things: it must not be served */
    public static AccessRule of(Method method) {
        var rule = new AccessRule(Optional.ofNullable(method.getAnnotation(RequiresPermission.class)),
                Optional.ofNullable(method.getAnnotation(AllowedCallers.class)).map(AllowedCallers::value));
        if (rule.requiredPermission().isPresent() == rule.allowedGroup().isPresent()) {
            throw new IllegalStateException(method + " has to say either @Needs or @Admits");
        }
        return rule;
    }
}
