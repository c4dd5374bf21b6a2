package dev.parlance.rest.openapi;

import dev.parlance.rendering.ArgumentType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Adds the accepted forms of argument values in {@link ArgumentType} to the API description. */
final class OpenApiArgumentForms {
    private static final String ARGUMENT_PARAMETER = "arg";

    private OpenApiArgumentForms() {
    }

    static void describe(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        schemas.get("Argument").getProperties().get("type").description("Accepted values in JSON. " + forms(ArgumentType::jsonForms));
        schemas.get("RenderRequestMessage").getProperties().get("args")
                .description("List by position, or object by name. " + forms(ArgumentType::jsonForms) + " null counts as missing");
        document.getPaths().getPathItems().values().stream().flatMap(it -> it.getOperations().values().stream())
                .forEach(OpenApiArgumentForms::describeParameter);
    }

    private static void describeParameter(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream().filter(it -> ARGUMENT_PARAMETER.equals(it.getName()))
                    .forEach(it -> it.setDescription(it.getDescription() + ". " + forms(ArgumentType::queryForms)));
        }
    }

    private static String forms(Function<ArgumentType, List<String>> forms) {
        return Arrays.stream(ArgumentType.values()).map(it -> it.label() + ": " + forms.apply(it).stream().map(form -> "`" + form + "`")
                .collect(Collectors.joining(", "))).collect(Collectors.joining("; ", "", "."));
    }
}
