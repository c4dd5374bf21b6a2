package dev.parlance.rest.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.GrpcStatus;
import dev.parlance.catalog.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

/** Tests that the API description and the editor list every gRPC status. */
class DefinitionViewTest {
    private static final Path EDITOR_NAMES = Path.of("src/main/webui/src/api/messages.ts");
    private static final Pattern LIST = Pattern.compile("GRPC_STATUSES = \\[([^]]*)]");
    private static final Pattern NAME = Pattern.compile("[A-Z_]+");

    @Test
    void documentsEveryGrpcStatus() throws NoSuchFieldException {
        var schema = DefinitionView.class.getDeclaredField("grpcStatus").getAnnotation(Schema.class);
        assertThat(schema.enumeration()).containsExactlyElementsOf(Labelled.labels(GrpcStatus.class));
    }

    @Test
    void offersEveryGrpcStatusInTheEditor() throws IOException {
        var list = LIST.matcher(Files.readString(EDITOR_NAMES));
        assertThat(list.find()).isTrue();
        assertThat(NAME.matcher(list.group(1)).results().map(it -> it.group()))
                .containsExactlyElementsOf(Labelled.labels(GrpcStatus.class));
    }
}
