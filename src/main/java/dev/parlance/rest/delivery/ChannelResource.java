package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.RefreshSnapshots;
import dev.parlance.publishing.delivery.ReleaseAnnouncements;
import dev.parlance.publishing.release.Channel;
import dev.parlance.publishing.release.ChannelMove;
import dev.parlance.publishing.release.Channels;
import dev.parlance.publishing.release.MoveChannel;
import dev.parlance.rest.access.Caller;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.http.Caching;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.Precondition;
import dev.parlance.rest.input.TextRules;
import dev.parlance.security.CurrentAccess;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Where the channels of a catalog point. */
@Path("/v1/catalogs/{catalog}/channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Channels")
public class ChannelResource {
    private static final Logger LOG = Logger.getLogger(ChannelResource.class);
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_COMMENT = 2000;

    private final Catalogs catalogs;
    private final Channels channels;
    private final MoveChannel point;
    private final RefreshSnapshots follow;
    private final ReleaseAnnouncements announcements;
    private final Transactions transactions;
    private final CurrentAccess access;
    private final Caller caller;

    ChannelResource(Catalogs catalogs, Channels channels, MoveChannel point, RefreshSnapshots follow, ReleaseAnnouncements announcements, Transactions transactions,
                    CurrentAccess access, Caller caller) {
        this.catalogs = catalogs;
        this.channels = channels;
        this.point = point;
        this.follow = follow;
        this.announcements = announcements;
        this.transactions = transactions;
        this.access = access;
        this.caller = caller;
    }

    @Schema(name = "Channel")
    record ChannelView(@Schema(examples = "production") String channel, int release,
                       @Schema(description = "How often it was pointed somewhere; its ETag") int moves) {
        static ChannelView of(Channel it) {
            return new ChannelView(it.name(), it.release(), it.moves());
        }
    }

    @Schema(name = "Channels")
    record ChannelList(List<ChannelView> channels) {
    }

    @Schema(name = "ChannelMove")
    record MoveView(@Schema(description = "Counted from 1") int move, int release,
                    @Schema(description = "Absent for the first move") @Nullable Integer previous,
                    @Schema(description = "RFC 3339, UTC") String movedAt, String movedBy, String comment) {
        static MoveView of(ChannelMove it) {
            return new MoveView(it.number(), it.release(), it.previous().isPresent() ? it.previous().getAsInt() : null,
                    it.movedAt().toString(), it.movedBy(), it.comment());
        }
    }

    @Schema(name = "ChannelMoves")
    record MoveList(@Schema(description = "The latest first") List<MoveView> moves) {
    }

    @Schema(name = "PointRequest", requiredProperties = "release")
    record Pointing(@Nullable Integer release, @Schema(maxLength = LONGEST_COMMENT) @Nullable String comment) {
    }

    @Schema(name = "RollbackRequest")
    record RollingBack(@Schema(maxLength = LONGEST_COMMENT) @Nullable String comment) {
    }

    @GET
    @Needs(Permission.READ)
    @Operation(operationId = "listChannels", summary = "All channels with their releases, as the database has them")
    public RestResponse<ChannelList> list(String catalog) {
        var name = new CatalogName(catalog);
        var its = transactions.call(() -> {
            catalogs.requireExists(name);
            return channels.findByCatalog(name);
        });
        return ResponseBuilder.ok(new ChannelList(its.stream().map(ChannelView::of).toList()), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, Caching.NEVER).build();
    }

    @GET
    @Needs(Permission.READ)
    @Path("{channel}")
    @Operation(operationId = "getChannel", summary = "Where a channel points, with the ETag that moving it asks for")
    public RestResponse<ChannelView> get(String catalog, String channel) {
        return answer(transactions.call(() -> found(catalog, channel)));
    }

    @PUT
    @Needs(Permission.PUBLISH)
    @Path("{channel}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "pointChannel", summary = "Points a channel at a release, or makes the channel")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Pointing.class)))
    @APIResponse(responseCode = "200", description = "Moved: from now on this replica serves it, within a second every other",
            content = @Content(schema = @Schema(implementation = ChannelView.class)))
    public RestResponse<ChannelView> point(String catalog, String channel, byte[] body,
            @Parameter(description = "The ETag of the channel as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "* for a channel that is to be made") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var wanted = JsonBody.read(body, Pointing.class, "");
        if (wanted.release() == null) {
            throw ProblemType.INVALID_FIELD.with("/release", "missing");
        }
        if (wanted.release() < 1) {
            throw ProblemType.INVALID_FIELD.with("/release", "value");
        }
        var order = order(catalog, channel, Precondition.version(ifMatch, ifNoneMatch), wanted.comment());
        return moved(() -> point.moveTo(wanted.release(), order));
    }

    @POST
    @Needs(Permission.PUBLISH)
    @Path("{channel}/rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rollBackChannel", summary = "Points a channel back at the release it had before its last move")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RollingBack.class)))
    public RestResponse<ChannelView> rollBack(String catalog, String channel, byte[] body,
            @Parameter(description = "The ETag of the channel as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var wanted = JsonBody.read(body, RollingBack.class, "");
        var order = order(catalog, channel, Precondition.version(ifMatch, null), wanted.comment());
        return moved(() -> point.rollBack(order));
    }

    @GET
    @Needs(Permission.READ)
    @Path("{channel}/moves")
    @Operation(operationId = "listChannelMoves", summary = "Every move of a channel, the latest first")
    public RestResponse<MoveList> moves(String catalog, String channel,
            @Parameter(description = "1–500, 20 by default") @RestQuery @Nullable String limit) {
        int most = Parameters.integer("limit", limit, 1, LARGEST_PAGE).orElse(USUAL_PAGE);
        var moves = transactions.call(() -> channels.moves(new CatalogName(catalog), found(catalog, channel).name(), most));
        return ResponseBuilder.ok(new MoveList(moves.stream().map(MoveView::of).toList()), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, Caching.NEVER).build();
    }

    private Channel found(String catalog, String channel) {
        catalogs.requireExists(new CatalogName(catalog));
        return channels.find(new CatalogName(catalog), channel).orElseThrow(() -> ProblemType.UNKNOWN_CHANNEL.with(channel, catalog));
    }

    private MoveChannel.MoveCommand order(String catalog, String channel, OptionalInt seen, @Nullable String comment) {
        return new MoveChannel.MoveCommand(new CatalogName(catalog), channel, seen, caller.actor().name(),
                TextRules.comment("/comment", comment, LONGEST_COMMENT));
    }

    /**
     * When the answer is out, this replica serves the move already. The others load it meanwhile. What is committed has happened,
     * whatever becomes of loading it: then the move is served as soon as following succeeds again.
     */
    private RestResponse<ChannelView> moved(Supplier<Channel> move) {
        var channel = move.get();
        announcements.announce(new CatalogName(channel.id().catalog()));
        // The catalog may be so new that nobody here knows yet for whom it is.
        access.refreshQuietly();
        try {
            follow.refresh();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warnf(e, "Moved, but not all that the channels point at is served yet: %s %s", channel.id().catalog(), channel.name());
        }
        return answer(channel);
    }

    private static RestResponse<ChannelView> answer(Channel channel) {
        return ResponseBuilder.ok(ChannelView.of(channel), MediaType.APPLICATION_JSON_TYPE)
                .tag(Integer.toString(channel.moves()))
                .header(HttpHeaders.CACHE_CONTROL, Caching.NEVER).build();
    }
}
