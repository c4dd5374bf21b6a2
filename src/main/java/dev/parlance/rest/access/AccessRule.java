package dev.parlance.rest.access;

import dev.parlance.publishing.release.Channel;
import dev.parlance.security.Permission;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Optional;

/** The access rule that a resource method declares by its annotations. Exactly one of the components is present. */
public record AccessRule(Optional<RequiresPermission> requiredPermission, Optional<AllowedCallers.CallerGroup> allowedGroup) {

    /**
     * Returns the rule of a resource method.
     *
     * @throws IllegalStateException if the method has neither or both annotations, because it must not be served
     */
    public static AccessRule of(Method method) {
        var rule = new AccessRule(Optional.ofNullable(method.getAnnotation(RequiresPermission.class)),
                Optional.ofNullable(method.getAnnotation(AllowedCallers.class)).map(AllowedCallers::value));
        if (rule.requiredPermission().isPresent() == rule.allowedGroup().isPresent()) {
            throw new IllegalStateException(method + " must have exactly one of @RequiresPermission and @AllowedCallers");
        }
        return rule;
    }

    /** Returns the permission that a request requires. Reading the draft of a catalog requires more than reading its releases. */
    static Permission permissionFor(UriInfo uri, RequiresPermission required) {
        boolean draft = Channel.DRAFT.equals(uri.getQueryParameters().getFirst("channel"));
        return draft && required.value() == Permission.READ ? Permission.READ_DRAFT : required.value();
    }
}
