package dev.parlance.rest.exchange;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.GrpcStatus;
import dev.parlance.catalog.TextState;
import dev.parlance.exchange.imports.ImportSource;
import dev.parlance.exchange.imports.RunImport;
import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileText;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rest.access.ChangeContexts;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.ArgumentView;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.JsonFields;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.TextInput;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Creates and updates many messages and texts in one request, with the rules of a file import. */
@Path("/v1/catalogs/{catalog}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exchange")
public class BulkResource {
    private static final int MAX_KEY_LENGTH = 255;
    private static final int MAX_ITEMS = 10_000;
    private static final String DRY_RUN = "true returns the plan and stores nothing";
    private static final String OVERWRITE = "reviewed replaces approved texts; unreviewed leaves them and imports the others";

    private final RunImport runImport;
    private final ReceiveImport receiveImport;
    private final ChangeContexts contexts;
    private final CurrentCaller caller;

    BulkResource(RunImport runImport, ReceiveImport receiveImport, ChangeContexts contexts, CurrentCaller caller) {
        this.runImport = runImport;
        this.receiveImport = receiveImport;
        this.contexts = contexts;
        this.caller = caller;
    }

    @Schema(name = "BulkText", requiredProperties = "message")
    record TextBody(@Nullable String message,
            @Schema(description = "In the syntax of the message; kept if omitted") @Nullable String description,
            @Schema(enumeration = {"icu", "printf", "plain"}, defaultValue = "icu") @Nullable String syntax,
            @Schema(enumeration = {"draft", "translated"}, defaultValue = "translated") @Nullable String state) {

        FileText toFileText(String pointer, LocaleTag locale) {
            var content = TextInput.parseContent(pointer, message, description, syntax);
            var chosen = JsonFields.choice(pointer + "/state", TextState.class, state);
            if (chosen.filter(it -> it == TextState.APPROVED).isPresent()) {
                throw ProblemType.INVALID_FIELD.with(pointer + "/state", "value", "draft, translated");
            }
            return new FileText(Optional.of(locale), new RawText.Single(content.message()), Optional.ofNullable(description)
                    .map(it -> content.description()), chosen.map(it -> it == TextState.DRAFT ? ReviewState.DRAFT : ReviewState.TRANSLATED),
                    Optional.of(toDialect(content.syntax())));
        }

        private static MessageDialect toDialect(Syntax syntax) {
            return switch (syntax) {
                case ICU -> MessageDialect.ICU;
                case PRINTF -> MessageDialect.PRINTF;
                case PLAIN -> MessageDialect.PLAIN;
            };
        }
    }

    @Schema(name = "BulkMessage", requiredProperties = "key")
    record MessageBody(
            @Schema(description = "A message key, or the key in files of a message that has one") @Nullable String key,
            @Schema(description = "The key if omitted in a new message") @Nullable String code,
            @Schema(description = "Derived from the key if omitted in a new message") @Nullable String reason,
            @Schema(description = "500 if omitted in a new message") @Nullable Integer httpStatus,
            @Schema(description = "gRPC status (google.rpc.Code); kept if omitted, or derived from the HTTP status in a new message",
                    examples = "FAILED_PRECONDITION") @Nullable String grpcStatus,
            @Schema(description = "Inferred from the source text if omitted in a new message") @Nullable List<ArgumentView> arguments,
            @Nullable List<String> tags, @Nullable Integer lengthLimit,
            @Schema(description = "Texts by BCP 47 language tag. A new message needs its source text")
            @Nullable Map<String, TextBody> texts) {

        FileEntry toEntry(int index) {
            var pointer = "/messages/" + index;
            var fileTexts = new ArrayList<FileText>();
            Optional.ofNullable(texts).orElse(Map.of()).forEach((locale, text) ->
                    fileTexts.add(text.toFileText(pointer + "/texts/" + locale, LocaleTag.parse(locale))));
            return new FileEntry(requireKey(pointer, key), 0, fileTexts, new FileDetails(Optional.empty(), Optional.ofNullable(code),
                    Optional.ofNullable(reason), httpStatus == null ? OptionalInt.empty() : OptionalInt.of(httpStatus),
                    JsonFields.choice(pointer + "/grpcStatus", GrpcStatus.class, grpcStatus).map(GrpcStatus::label),
                    tags == null ? Set.of() : Set.copyOf(tags), toArguments(pointer),
                    lengthLimit == null ? OptionalInt.empty() : OptionalInt.of(lengthLimit)));
        }

        private List<Argument> toArguments(String pointer) {
            var declared = new ArrayList<Argument>();
            for (var it : Optional.ofNullable(arguments).orElse(List.of())) {
                try {
                    declared.add(new Argument(String.valueOf(it.name()),
                            it.type() == null ? ArgumentType.STRING : ArgumentType.of(it.type()),
                            it.example() == null ? "" : it.example()));
                } catch (IllegalArgumentException e) {
                    throw ProblemType.INVALID_FIELD.with(pointer + "/arguments", "value");
                }
            }
            return declared;
        }
    }

    @Schema(name = "BulkMessages", requiredProperties = "messages")
    record MessagesBody(@Schema(maxItems = MAX_ITEMS) @Nullable List<MessageBody> messages) {
    }

    @Schema(name = "BulkLocaleText", requiredProperties = {"key", "locale", "message"})
    record LocaleTextBody(@Nullable String key, @Schema(description = "BCP 47 language tag") @Nullable String locale,
            @Nullable String message, @Nullable String description,
                    @Schema(enumeration = {"icu", "printf", "plain"}, defaultValue = "icu") @Nullable String syntax,
            @Schema(enumeration = {"draft", "translated"}, defaultValue = "translated") @Nullable String state) {

        FileEntry toEntry(int index) {
            var pointer = "/texts/" + index;
            if (locale == null) {
                throw ProblemType.INVALID_FIELD.with(pointer + "/locale", "missing");
            }
            return new FileEntry(requireKey(pointer, key), 0, List.of(new TextBody(message, description, syntax, state)
                    .toFileText(pointer, LocaleTag.parse(locale))), FileDetails.NONE);
        }
    }

    @Schema(name = "BulkTexts", requiredProperties = "texts")
    record TextsBody(@Schema(maxItems = MAX_ITEMS) @Nullable List<LocaleTextBody> texts) {
    }

    @PUT
    @Path("messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(value = Permission.IMPORT, localesInBody = true)
    @Operation(operationId = "saveMessages",
            summary = "Creates or changes many messages with their texts: all of them in one revision, or none.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MessagesBody.class)))
    public RestResponse<ImportView> saveMessages(String catalog, byte[] body,
            @Parameter(description = DRY_RUN, schema = @Schema(type = SchemaType.BOOLEAN)) @RestQuery @Nullable String dryRun,
            @Parameter(description = OVERWRITE, schema = @Schema(type = SchemaType.STRING, enumeration = {"reviewed", "unreviewed"}))
            @RestQuery @Nullable String overwrite,
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        var entries = toEntries("/messages", JsonBody.read(body, MessagesBody.class, "").messages(), MessageBody::toEntry);
        return run(catalog, entries, new RequestParameters(dryRun, overwrite, idempotencyKey, comment), body);
    }

    @PUT
    @Path("texts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(value = Permission.IMPORT, localesInBody = true)
    @Operation(operationId = "saveTexts", summary = "Creates or changes many texts: all of them in one revision, or none.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TextsBody.class)))
    public RestResponse<ImportView> saveTexts(String catalog, byte[] body,
            @Parameter(description = DRY_RUN, schema = @Schema(type = SchemaType.BOOLEAN)) @RestQuery @Nullable String dryRun,
            @Parameter(description = OVERWRITE, schema = @Schema(type = SchemaType.STRING, enumeration = {"reviewed", "unreviewed"}))
            @RestQuery @Nullable String overwrite,
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        var entries = toEntries("/texts", JsonBody.read(body, TextsBody.class, "").texts(), LocaleTextBody::toEntry);
        return run(catalog, entries, new RequestParameters(dryRun, overwrite, idempotencyKey, comment), body);
    }

    private record RequestParameters(@Nullable String dryRun, @Nullable String overwrite, @Nullable String idempotencyKey,
            @Nullable String comment) {
    }

    private RestResponse<ImportView> run(String catalog, List<FileEntry> entries, RequestParameters parameters, byte[] body) {
        var name = new CatalogName(catalog);
        var options = ImportParameters.parse(new ImportParameters.Raw(null, null, null, null, null, parameters.overwrite(), null, null,
                null), name, caller);
        var request = new RunImport.Request(name, options, Parameters.parseBoolean("dryRun", parameters.dryRun()),
                Parameters.parseText("Idempotency-Key", parameters.idempotencyKey(), MAX_KEY_LENGTH),
                ReceiveImport.digest(body, parameters.overwrite()), contexts.create(parameters.comment(), null));
        var run = runImport.register(request).run();
        return receiveImport.respond(run, runImport.execute(run, request,
                ImportSource.of(new FileContent(Optional.empty(), Optional.empty(), entries, List.of()))));
    }

    /** @param converter converts the item at a position, which problems refer to */
    private static <T> List<FileEntry> toEntries(String pointer, @Nullable List<T> items, BiFunction<T, Integer, FileEntry> converter) {
        if (items == null) {
            throw ProblemType.INVALID_FIELD.with(pointer, "missing");
        } else if (items.size() > MAX_ITEMS) {
            throw ProblemType.TOO_MANY_ITEMS.with(pointer, MAX_ITEMS);
        }
        return IntStream.range(0, items.size()).mapToObj(it -> converter.apply(items.get(it), it)).toList();
    }

    private static String requireKey(String pointer, @Nullable String key) {
        return JsonFields.requireText(pointer + "/key", key, 1000);
    }
}
