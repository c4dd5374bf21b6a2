package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.activity.DraftEvents;
import dev.parlance.catalog.activity.DraftListener;
import dev.parlance.catalog.activity.RevisionSummary;
import dev.parlance.catalog.comments.Comments.CommentChange;
import dev.parlance.catalog.editing.ReadDraft;
import dev.parlance.catalog.presence.PresentPerson;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.events.EventStream;
import dev.parlance.rest.events.EventStreams;
import dev.parlance.security.Permission;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Server-sent events of a draft, for editors that show the work of others as it happens. */
@Path("/v1/catalogs/{catalog}/draft/events")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Blocking
@Tag(name = "Comments")
public class DraftEventResource {
    private final DraftEvents events;
    private final EventStreams eventStreams;
    private final ReadDraft readDraft;
    private final CurrentCaller caller;

    DraftEventResource(DraftEvents events, EventStreams eventStreams, ReadDraft readDraft, CurrentCaller caller) {
        this.events = events;
        this.eventStreams = eventStreams;
        this.readDraft = readDraft;
        this.caller = caller;
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "streamDraftEvents",
            summary = "Streams the state of a draft, then each revision, each change of a comment, and the presence of people.",
            description = "The names of the events are `state`, `revision`, `comment` and `presence`. They have no ids: a client that "
                    + "reconnects compares the revision of `state` with its own.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftEventView.class)))
    public Multi<OutboundSseEvent> stream(String catalog, @Context Sse sse, @Context RoutingContext context) {
        var name = new CatalogName(catalog);
        // Throws the problem that applies before the stream begins.
        readDraft.readCatalog(name, it -> true);
        return eventStreams.open(sse, context, caller.readDraftPermissionCheck(name),
                it -> it.onEnd(events.subscribe(name, new Listener(it))::close));
    }

    /** Sends the activity on a draft to a client. */
    private record Listener(EventStream stream) implements DraftListener {
        @Override
        public void onState(long revision, List<PresentPerson> people) {
            stream.send("state", DraftEventView.StateView.of(revision, people));
        }

        @Override
        public void onRevision(RevisionSummary revision) {
            stream.send("revision", DraftEventView.RevisionView.of(revision));
        }

        @Override
        public void onComment(CommentChange change) {
            stream.send("comment", DraftEventView.CommentEventView.of(change));
        }

        @Override
        public void onPersonMoved(PresentPerson person) {
            stream.send("presence", DraftEventView.PresenceView.of(person));
        }

        @Override
        public void onPersonLeft(String person) {
            stream.send("presence", DraftEventView.PresenceView.ofAbsent(person));
        }

        @Override
        public void onCatalogDeleted() {
            stream.end();
        }
    }
}
