package dev.parlance.rest.openapi;

import dev.parlance.rest.problem.ProblemDocuments;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says once for all operations what a refusal looks like, and of each who may call it. Named in {@code application.properties}. */
public class OpenApiProblemFilter implements OASFilter {
    private static final String PROBLEM_SCHEMA = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM_SCHEMA, problemSchema());
        OpenApiAccessRules.describe(document);
        document.getPaths().getPathItems().values().stream().flatMap(it -> it.getOperations().values().stream())
                .forEach(it -> it.getResponses().setDefaultValue(OASFactory.createAPIResponse()
                        .description("A refusal (RFC 9457), in the language of Accept-Language")
                        .content(OASFactory.createContent().addMediaType(ProblemDocuments.MEDIA_TYPE, OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM_SCHEMA))))));
    }

    private static Schema problemSchema() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("Codes and arguments are those of the catalog parlance; further members may follow")
                .addProperty("type", stringSchema("The address that explains the code: /codes/parlance/{key}"))
                .addProperty("title", stringSchema("The same for every occurrence"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", stringSchema("This occurrence"))
                .addProperty("code", stringSchema("invalid-locale, unknown-message, …"))
                .addProperty("reason", stringSchema("INVALID_LOCALE, UNKNOWN_MESSAGE, …"))
                .addProperty("locale", stringSchema("Of title and detail (BCP 47)"))
                .addProperty("arguments", OASFactory.createSchema().addType(SchemaType.OBJECT).description("By name"));
    }

    private static Schema stringSchema(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
