package dev.parlance.rest.openapi;

import dev.parlance.rest.Resources;
import dev.parlance.rest.access.AccessRule;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.http.Routes;
import dev.parlance.security.Permission;
import dev.parlance.security.authentication.LocalAuthentication;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Documents the access rule of each operation, as declared by the annotations that enforce it. */
final class OpenApiAccessRules {
    private static final String BEARER_SCHEME = "bearer";
    private static final String SESSION_SCHEME = "session";

    private OpenApiAccessRules() {
    }

    static void describe(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(BEARER_SCHEME, OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                        .description("API key of a catalog (prlc_…), token of the operator, or access token of the OpenID provider"))
                .addSecurityScheme(SESSION_SCHEME,
                        OASFactory.createSecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE)
                        .name(LocalAuthentication.SESSION_COOKIE)
                        .description("Session created by signIn; requests that change data must come from a page of this service"));
        new Routes(Resources.ALL).documentedMethods().forEach(method -> {
            var operation = document.getPaths().getPathItem(Routes.templateOf(method)).getOperations()
                    .get(HttpMethod.valueOf(Routes.httpMethod(method).orElseThrow()));
            describe(operation, AccessRule.of(method));
        });
    }

    private static void describe(Operation operation, AccessRule rule) {
        var callerNote = rule.requiredPermission()
                .map(it -> callerNote(it.value())).or(() -> rule.allowedGroup().map(OpenApiAccessRules::callerNote)).orElseThrow();
        operation.setDescription(operation.getDescription() == null ? callerNote : operation.getDescription() + " " + callerNote);
        if (rule.allowedGroup().filter(it -> it == AllowedCallers.CallerGroup.ANYONE).isPresent()) {
            operation.setSecurity(List.of());
            return;
        }
        boolean anonymousAllowed = rule.requiredPermission().filter(it -> it.value() == Permission.READ).isPresent()
                || rule.allowedGroup().filter(it -> it == AllowedCallers.CallerGroup.OPTIONALLY_AUTHENTICATED).isPresent();
        if (anonymousAllowed) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER_SCHEME));
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SESSION_SCHEME));
    }

    private static String callerNote(Permission permission) {
        return permission == Permission.READ ? "Open to all callers if the catalog is public, otherwise to its members and keys."
                : "Requires the `" + permission.name().toLowerCase(Locale.ROOT).replace('_', '-') + "` permission in the catalog.";
    }

    private static String callerNote(AllowedCallers.CallerGroup group) {
        return switch (group) {
            case ANYONE -> "Open to all callers.";
            case OPTIONALLY_AUTHENTICATED -> "Open to all callers; credentials are optional.";
            case AUTHENTICATED -> "Requires authentication.";
            case ADMINISTRATORS -> "Requires an administrator of the service.";
        };
    }
}
