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

/** Says of every operation who may call it, from the annotation that decides it. */
final class OpenApiAccessRules {
    private static final String BEARER_SCHEME = "bearer";
    private static final String SESSION_SCHEME = "session";

    private OpenApiAccessRules() {
    }

    static void describe(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(BEARER_SCHEME, OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                        .description("A key of a catalog (prlc_…), the operator's token, or an access token of the OpenID provider"))
                .addSecurityScheme(SESSION_SCHEME, OASFactory.createSecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE)
                        .name(LocalAuthentication.SESSION_COOKIE).description("Of people, from signIn; what changes anything has to come from a page of this service"));
        new Routes(Resources.ALL).resourceMethods().forEach(method -> {
            var operation = document.getPaths().getPathItem(Routes.templateOf(method)).getOperations()
                    .get(HttpMethod.valueOf(Routes.httpMethod(method).orElseThrow()));
            describe(operation, AccessRule.of(method));
        });
    }

    private static void describe(Operation operation, AccessRule rule) {
        var callerNote = rule.requiredPermission().map(it -> callerNote(it.value())).or(() -> rule.allowedGroup().map(OpenApiAccessRules::callerNote)).orElseThrow();
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
        return permission == Permission.READ ? "For everybody; where the catalog is not public, for its members and keys."
                : "Needs the permission " + permission.name().toLowerCase(Locale.ROOT).replace('_', '-') + " in the catalog.";
    }

    private static String callerNote(AllowedCallers.CallerGroup group) {
        return switch (group) {
            case ANYONE -> "For everybody.";
            case OPTIONALLY_AUTHENTICATED -> "For everybody; who says who he is may be told more.";
            case AUTHENTICATED -> "For whoever says who he is.";
            case ADMINISTRATORS -> "For administrators of the service.";
        };
    }
}
