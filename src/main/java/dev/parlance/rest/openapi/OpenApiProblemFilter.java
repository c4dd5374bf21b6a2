package dev.parlance.rest.openapi;

import dev.parlance.rest.problem.ProblemDocuments;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Adds the problem response and the access rule to every operation. Registered in {@code application.properties}. */
public class OpenApiProblemFilter implements OASFilter {
    private static final String PROBLEM_SCHEMA = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM_SCHEMA, problemSchema());
        OpenApiAccessRules.describe(document);
        OpenApiArgumentForms.describe(document);
        OpenApiListFormats.describe(document);
        document.getPaths().getPathItems().values().stream().flatMap(it -> it.getOperations().values().stream())
                .forEach(it -> it.getResponses().setDefaultValue(OASFactory.createAPIResponse()
                        .description("Problem (RFC 9457), in the language negotiated by Accept-Language")
                        .content(OASFactory.createContent().addMediaType(ProblemDocuments.MEDIA_TYPE, OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM_SCHEMA))))));
    }

    private static Schema problemSchema() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("Codes and arguments are those of the catalog `parlance`; extension members may be present")
                .addProperty("type", stringSchema("Path of the page that explains the code: /codes/parlance/{key}"))
                .addProperty("title", stringSchema("Summary, the same for every occurrence"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", stringSchema("Explanation of this occurrence"))
                .addProperty("code", stringSchema("invalid-locale, unknown-message, …"))
                .addProperty("reason", stringSchema("INVALID_LOCALE, UNKNOWN_MESSAGE, …"))
                .addProperty("locale", stringSchema("Locale of title and detail (BCP 47)"))
                .addProperty("arguments",
                        OASFactory.createSchema().addType(SchemaType.OBJECT).description("Arguments of the message by name"));
    }

    private static Schema stringSchema(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
