package dev.parlance.rest.openapi;

import dev.parlance.rest.Resources;
import dev.parlance.rest.access.Admits;
import dev.parlance.rest.access.Demand;
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
final class AccessInOpenApi {
    private static final String BEARER = "bearer";
    private static final String SESSION = "session";

    private AccessInOpenApi() {
    }

    static void describe(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(BEARER, OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                        .description("A key of a catalog (prlc_…), the operator's token, or an access token of the OpenID provider"))
                .addSecurityScheme(SESSION, OASFactory.createSecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE)
                        .name(LocalAuthentication.COOKIE).description("Of people, from signIn; what changes anything has to come from a page of this service"));
        new Routes(Resources.ALL).all().forEach(method -> {
            var operation = document.getPaths().getPathItem(Routes.template(method)).getOperations()
                    .get(HttpMethod.valueOf(Routes.verb(method).orElseThrow()));
            describe(operation, Demand.of(method));
        });
    }

    private static void describe(Operation operation, Demand demand) {
        var who = demand.needs().map(it -> words(it.value())).or(() -> demand.whom().map(AccessInOpenApi::words)).orElseThrow();
        operation.setDescription(operation.getDescription() == null ? who : operation.getDescription() + " " + who);
        if (demand.whom().filter(it -> it == Admits.Whom.EVERYBODY).isPresent()) {
            operation.setSecurity(List.of());
            return;
        }
        boolean anybody = demand.needs().filter(it -> it.value() == Permission.READ).isPresent()
                || demand.whom().filter(it -> it == Admits.Whom.EVERYBODY_BY_NAME).isPresent();
        if (anybody) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SESSION));
    }

    private static String words(Permission permission) {
        return permission == Permission.READ ? "For everybody; where the catalog is not public, for its members and keys."
                : "Needs the permission " + permission.name().toLowerCase(Locale.ROOT).replace('_', '-') + " in the catalog.";
    }

    private static String words(Admits.Whom whom) {
        return switch (whom) {
            case EVERYBODY -> "For everybody.";
            case EVERYBODY_BY_NAME -> "For everybody; who says who he is may be told more.";
            case KNOWN -> "For whoever says who he is.";
            case ADMINISTRATORS -> "For administrators of the service.";
        };
    }
}
