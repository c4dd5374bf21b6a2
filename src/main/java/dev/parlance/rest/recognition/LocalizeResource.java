package dev.parlance.rest.recognition;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parlance.catalog.CatalogName;
import dev.parlance.errorbody.ErrorBody;
import dev.parlance.errorbody.ErrorMembers;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.delivery.ChannelSnapshots;
import dev.parlance.rest.delivery.ChannelSnapshots.LocaleSelection;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.problem.ProblemDocuments;
import dev.parlance.security.Permission;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Puts the texts of an upstream's error body into the language of the reader. */
@Path("/v1/catalogs/{catalog}/localize")
@Consumes({MediaType.APPLICATION_JSON, ProblemDocuments.MEDIA_TYPE})
@Produces({MediaType.APPLICATION_JSON, ProblemDocuments.MEDIA_TYPE})
@Tag(name = "Messages")
public class LocalizeResource {
    private final ChannelSnapshots channelSnapshots;
    private final SnapshotRegistry snapshots;
    private final LocalizeBody localizeBody;
    private final ResolveTexts resolveTexts;

    LocalizeResource(ChannelSnapshots channelSnapshots, SnapshotRegistry snapshots, LocalizeBody localizeBody, ResolveTexts resolveTexts) {
        this.channelSnapshots = channelSnapshots;
        this.snapshots = snapshots;
        this.localizeBody = localizeBody;
        this.resolveTexts = resolveTexts;
    }

    @POST
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "localizeBody", summary = "Replaces the texts of an error body by texts in the reader's language.",
            description = "The settings of the catalog name the members that hold codes and texts. Everything else in the body is returned "
                    + "as it is, and so are texts that no message of the catalog has. A body with a code but without a text gets one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Object.class),
            examples = @ExampleObject(name = "an error of an upstream", value = RecognitionExamples.LOCALIZE_REQUEST)))
    @APIResponse(responseCode = "200", description = "The body, in the media type of the request",
            headers = @Header(name = CacheHeaders.LOCALIZED_HEADER, description = "Number of replaced texts",
                    schema = @Schema(type = SchemaType.INTEGER)),
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Object.class),
                    examples = @ExampleObject(name = "an error of an upstream", value = RecognitionExamples.LOCALIZE_RESPONSE)))
    public RestResponse<String> localize(String catalog, byte[] body,
            @Parameter(description = "BCP 47 language tag of the reader; Accept-Language is used if omitted")
            @RestQuery @Nullable String locale,
            @Parameter(description = "BCP 47 language tag of the texts; all languages of the catalog if omitted")
            @RestQuery @Nullable String from,
            @Parameter(description = "Channel; `production` by default. `draft` reads texts that are not released yet, if the caller may "
                    + "read drafts") @RestQuery @Nullable String channel,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage,
            @RestHeader(HttpHeaders.CONTENT_TYPE) MediaType mediaType, @Context RoutingContext context) {
        var name = new CatalogName(catalog);
        var snapshot = channelSnapshots.get(name, channel, LocaleSelection.all(), context).await().indefinitely();
        var readerLocale = ReaderLocale.of(snapshot, locale, acceptLanguage);
        var textLocale = Optional.ofNullable(from).map(LocaleTag::parse).map(it -> snapshot.offeredLocales().find(it).orElse(it));
        var errorBody = parse(body, snapshots.errorMembers(name));
        var localized = resolveTexts.run(List.of(snapshot), body.length,
                () -> localizeBody.localize(snapshot, readerLocale, textLocale, errorBody));
        var response = ResponseBuilder.ok(localized.json(), new MediaType(mediaType.getType(), mediaType.getSubtype()))
                .header(CacheHeaders.LOCALIZED_HEADER, localized.count())
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE)
                .header(CacheHeaders.RELEASE_HEADER, snapshot.release());
        return localized.count() == 0 ? response.build()
                : response.header(HttpHeaders.CONTENT_LANGUAGE, readerLocale.served().locale().value()).build();
    }

    private static ErrorBody parse(byte[] body, ErrorMembers members) {
        try {
            return ErrorBody.parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString(), members);
        } catch (CharacterCodingException e) {
            throw ProblemType.MALFORMED_BODY.with(1, 1);
        } catch (JsonProcessingException e) {
            throw ProblemType.MALFORMED_BODY.with(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        }
    }
}
