package dev.parlance.rest.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.security.Permission;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The page of a code, whose path is the {@code type} of its problems. */
@Path("/codes/{catalog}/{key}")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Codes")
public class CodeResource {
    private final SnapshotRegistry snapshots;

    CodeResource(SnapshotRegistry snapshots) {
        this.snapshots = snapshots;
    }

    @Schema(name = "Code")
    record CodeView(String catalog, @JsonUnwrapped MessageView message,
                    @Schema(description = "Locales with texts (BCP 47)") List<String> locales,
                    @Schema(description = "Keys of the other messages with the same code, at most " + RenderedView.MAX_SAME_CODE)
                    List<String> sameCode, int release) {
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getCode", summary = "Explains a code. The `type` of a problem is the path of this resource.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CodeView.class),
            examples = @ExampleObject(name = "/codes/parlance/invalid-locale?locale=en", value = OpenApiExamples.CODE)))
    public RestResponse<CodeView> get(
            String catalog,
            String key,
            @Parameter(description = "BCP 47 language tag; Accept-Language is used if omitted") @RestQuery @Nullable String locale,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var snapshot = snapshots.get(new CatalogName(catalog));
        var readerLocale = ReaderLocale.of(snapshot, locale, acceptLanguage);
        var message = readerLocale.served().findMessage(new MessageKey(key).value())
                .orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(key, catalog));
        var view = new CodeView(catalog, MessageView.of(message),
                snapshot.offeredLocales().all().stream().map(Object::toString).toList(),
                RenderedView.sameCode(readerLocale, message), snapshot.release());
        return CacheHeaders.ok(view, snapshot.release(), readerLocale).build();
    }
}
