package dev.parlance.rest.delivery;

import dev.parlance.audit.AuditAction;
import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.release.Channel;
import dev.parlance.publishing.release.ChannelMove;
import dev.parlance.publishing.release.Channels;
import dev.parlance.publishing.release.MoveChannel;
import dev.parlance.publishing.release.ReadChannels;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.TextInput;
import dev.parlance.rest.input.VersionPrecondition;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Channels of a catalog: their releases, moves and rollbacks. */
@Path("/v1/catalogs/{catalog}/channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Channels")
public class ChannelResource {
    private static final int DEFAULT_PAGE_SIZE = 20;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int MAX_COMMENT_LENGTH = 2000;

    private final ReadChannels readChannels;
    private final MoveChannel moveChannel;
    private final CurrentCaller caller;
    private final RequestAudit audit;

    ChannelResource(ReadChannels readChannels, MoveChannel moveChannel, CurrentCaller caller, RequestAudit audit) {
        this.readChannels = readChannels;
        this.moveChannel = moveChannel;
        this.caller = caller;
        this.audit = audit;
    }

    @Schema(name = "Channel")
    record ChannelView(@Schema(examples = "production") String channel, int release,
                       @Schema(description = "Number of moves so far; the ETag") int moves) {
        static ChannelView of(Channel it) {
            return new ChannelView(it.name(), it.release(), it.moves());
        }
    }

    @Schema(name = "MovedChannel")
    record MovedChannelView(@Schema(examples = "production") String channel, int release,
                            @Schema(description = "Number of moves so far; the ETag") int moves,
                            @Schema(description = "Previous release; absent for a new channel") @Nullable Integer from, int to,
                            @Schema(description = "false if the channel already pointed at the release, so that nothing changed")
                            boolean moved) {
        static MovedChannelView of(MoveChannel.MoveResult it) {
            return new MovedChannelView(it.channel().name(), it.channel().release(), it.channel().moves(),
                    it.from().isPresent() ? it.from().getAsInt() : null, it.channel().release(), it.moved());
        }
    }

    @Schema(name = "Channels")
    record ChannelList(List<ChannelView> channels) implements Tabular {
        private static final TableColumns<ChannelView> COLUMNS = TableColumns.of(ChannelView.class)
                .column("channel", ChannelView::channel).column("release", ChannelView::release).column("moves", ChannelView::moves);

        @Override
        public Table toTable() {
            return COLUMNS.table(channels, null);
        }
    }

    @Schema(name = "ChannelMove")
    record MoveView(@Schema(description = "Number of the move, from 1") int move, int release,
                    @Schema(description = "Previous release; absent for the first move") @Nullable Integer previous,
                    @Schema(description = "Whether the move was a rollback") boolean rollback,
                    @Schema(description = "RFC 3339, UTC") String movedAt,
                    @Schema(description = ReleaseView.MEMBERS_ONLY) @Nullable String movedBy,
                    @Schema(description = ReleaseView.MEMBERS_ONLY) @Nullable String comment) {
        static MoveView of(ChannelMove it, boolean withPeople) {
            return new MoveView(it.number(), it.release(), it.previous().isPresent() ? it.previous().getAsInt() : null, it.rollback(),
                    it.movedAt().toString(), withPeople ? it.movedBy() : null, withPeople ? it.comment() : null);
        }
    }

    @Schema(name = "ChannelMoves")
    record MoveList(@Schema(description = "Newest first") List<MoveView> moves) implements Tabular {
        private static final TableColumns<MoveView> COLUMNS = TableColumns.of(MoveView.class).column("move", MoveView::move)
                .column("release", MoveView::release).column("previous", MoveView::previous).column("rollback", MoveView::rollback)
                .column("movedAt", MoveView::movedAt).column("movedBy", MoveView::movedBy).column("comment", MoveView::comment);

        @Override
        public Table toTable() {
            return COLUMNS.table(moves, null);
        }
    }

    @Schema(name = "PointRequest", requiredProperties = "release")
    record PointRequest(@Nullable Integer release, @Schema(maxLength = MAX_COMMENT_LENGTH) @Nullable String comment) {
    }

    @Schema(name = "RollbackRequest")
    record RollbackRequest(
            @Schema(description = "Target release; if omitted, the last different release that was not rolled back", minimum = "1")
            @Nullable Integer to, @Schema(maxLength = MAX_COMMENT_LENGTH) @Nullable String comment) {
    }

    @GET
    @RequiresPermission(Permission.READ)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listChannels", summary = "Lists the channels of a catalog and their releases, as stored in the database.")
    public RestResponse<ChannelList> list(String catalog) {
        var name = new CatalogName(catalog);
        var rows = readChannels.all(name);
        return ResponseBuilder.ok(new ChannelList(rows.stream().map(ChannelView::of).toList()), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE).build();
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Path("{channel}")
    @Operation(operationId = "getChannel", summary = "Returns the release of a channel, with the ETag required to move it.")
    public RestResponse<ChannelView> get(String catalog, String channel) {
        return toResponse(readChannels.get(new CatalogName(catalog), channel));
    }

    @PUT
    @RequiresPermission(Permission.PUBLISH)
    @Path("{channel}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "moveChannel", summary = "Moves a channel to a release, or creates the channel.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PointRequest.class)))
    @APIResponse(responseCode = "200", description = "Moved; this replica serves the release now, all others within a second",
            content = @Content(schema = @Schema(implementation = MovedChannelView.class)))
    public RestResponse<MovedChannelView> point(String catalog, String channel, byte[] body,
            @Parameter(description = "ETag of the channel as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "`*` to create the channel") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var request = JsonBody.read(body, PointRequest.class, "");
        if (request.release() == null) {
            throw ProblemType.INVALID_FIELD.with("/release", "missing");
        }
        requirePositive("/release", request.release());
        var command = toCommand(catalog, channel, VersionPrecondition.expectedVersion(ifMatch, ifNoneMatch), request.comment());
        return toResponse(record(AuditAction.CHANNEL_MOVED, catalog, moveChannel.moveTo(request.release(), command)));
    }

    @POST
    @RequiresPermission(Permission.PUBLISH)
    @Path("{channel}/rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rollbackChannel", summary = "Moves a channel back to an earlier release.",
            description = "A second rollback goes further back. The body may be omitted.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RollbackRequest.class)))
    @APIResponse(responseCode = "200", description = "Moved; this replica serves the release now, all others within a second",
            content = @Content(schema = @Schema(implementation = MovedChannelView.class)))
    public RestResponse<MovedChannelView> rollBack(String catalog, String channel, byte[] body,
            @Parameter(description = "ETag of the channel as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var request = JsonBody.readOptional(body, RollbackRequest.class);
        if (request.to() != null) {
            requirePositive("/to", request.to());
        }
        var command = toCommand(catalog, channel, VersionPrecondition.expectedVersion(ifMatch, null), request.comment());
        var target = request.to() == null ? OptionalInt.empty() : OptionalInt.of(request.to());
        return toResponse(record(AuditAction.CHANNEL_ROLLED_BACK, catalog, moveChannel.rollBack(command, target)));
    }

    private MoveChannel.MoveResult record(AuditAction action, String catalog, MoveChannel.MoveResult result) {
        if (result.moved()) {
            audit.record(action, "catalog", catalog, "channel", result.channel().name(), "from",
                    result.from().isPresent() ? Integer.toString(result.from().getAsInt()) : "none", "to",
                    Integer.toString(result.channel().release()));
        }
        return result;
    }

    @GET
    @RequiresPermission(value = Permission.READ, identifiesCaller = true)
    @Path("{channel}/moves")
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listChannelMoves", summary = "Lists the moves of a channel, newest first.")
    public RestResponse<MoveList> listMoves(String catalog, String channel,
            @Parameter(description = "Maximum number of moves: 1–500, 20 by default") @RestQuery @Nullable String limit) {
        int maxMoves = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var name = new CatalogName(catalog);
        boolean withPeople = caller.canReadPeople(name);
        var moves = readChannels.moves(name, channel, maxMoves);
        return ResponseBuilder.ok(new MoveList(moves.stream().map(it -> MoveView.of(it, withPeople)).toList()),
                        MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE).build();
    }

    private MoveChannel.MoveCommand toCommand(String catalog, String channel, OptionalInt expectedMoves, @Nullable String comment) {
        return new MoveChannel.MoveCommand(new CatalogName(catalog), channel, expectedMoves, caller.actor().name(),
                TextInput.optionalText("/comment", comment, MAX_COMMENT_LENGTH));
    }

    private static void requirePositive(String pointer, int release) {
        if (release < 1) {
            throw ProblemType.INVALID_FIELD.with(pointer, "value", "1–999999999");
        }
    }

    private static RestResponse<MovedChannelView> toResponse(MoveChannel.MoveResult result) {
        return ResponseBuilder.ok(MovedChannelView.of(result), MediaType.APPLICATION_JSON_TYPE)
                .tag(Integer.toString(result.channel().moves()))
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE).build();
    }

    private static RestResponse<ChannelView> toResponse(Channel channel) {
        return ResponseBuilder.ok(ChannelView.of(channel), MediaType.APPLICATION_JSON_TYPE)
                .tag(Integer.toString(channel.moves()))
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE).build();
    }
}
