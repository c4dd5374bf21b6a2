package dev.parlance.rest.openapi;

import dev.parlance.rest.Resources;
import dev.parlance.rest.http.Routes;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Documents the formats of each list: the parameter, the media types and the header with the next page. */
final class OpenApiListFormats {
    private OpenApiListFormats() {
    }

    static void describe(OpenAPI document) {
        new Routes(Resources.ALL).documentedMethods().filter(it -> it.isAnnotationPresent(ListFormats.class)).forEach(method -> describe(
                document.getPaths().getPathItem(Routes.templateOf(method)).getOperations()
                        .get(HttpMethod.valueOf(Routes.httpMethod(method).orElseThrow()))));
    }

    private static void describe(Operation operation) {
        var values = OASFactory.createSchema().addType(SchemaType.STRING);
        Arrays.stream(ListFormat.values()).map(ListFormat::label).forEach(values::addEnumeration);
        operation.addParameter(OASFactory.createParameter().name(ListFormats.PARAMETER).in(Parameter.In.QUERY)
                .description("Format of the list: JSON, text with aligned columns, or CSV; Accept is used if omitted").schema(values));
        var response = operation.getResponses().getAPIResponse("200");
        for (var mediaType : new String[] {MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE}) {
            response.getContent().addMediaType(mediaType, OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
        }
        response.addHeader("Link", OASFactory.createHeader().description("The next page of text and CSV, with rel=\"next\"")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
    }
}
