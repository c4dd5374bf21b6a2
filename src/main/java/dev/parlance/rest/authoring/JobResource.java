package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.jobs.BulkRequest;
import dev.parlance.catalog.jobs.BulkRequest.Kind;
import dev.parlance.catalog.jobs.Job;
import dev.parlance.catalog.jobs.Jobs;
import dev.parlance.catalog.jobs.ManageJobs;
import dev.parlance.catalog.jobs.RejectedMessages;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.Acts;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Fields;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Paged;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.TextRules;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** Acts over all messages that a query finds. */
@Path("/v1/catalogs/{catalog}/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class JobResource {
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_SEARCH = 200;

    private final ManageJobs jobs;
    private final Acts acts;

    JobResource(ManageJobs jobs, Acts acts) {
        this.jobs = jobs;
        this.acts = acts;
    }

    @Schema(name = "JobQuery", requiredProperties = "locale")
    record Query(
            @Schema(description = "BCP 47", examples = "ja") @Nullable String locale,
            @Schema(enumeration = {"untranslated", "draft", "translated", "approved", "stale", "errors", "warnings"}) @Nullable String state,
            @Nullable String tag, @Schema(description = "With which keys begin") @Nullable String prefix, @Nullable String code,
            @Schema(description = "Somewhere in key, reason, text or description") @Nullable String q,
            @Schema(enumeration = {"draft", "active", "deprecated", "retired"}) @Nullable String lifecycle) {
    }

    @Schema(name = "JobRequest", requiredProperties = {"kind", "query"})
    record Wanted(
            @Schema(enumeration = {"state", "approve", "tag", "copy-source", "replace"}) @Nullable String kind,
            @Schema(description = "As for the list of draft messages") @Nullable Query query,
            @Schema(enumeration = {"draft", "translated"}, description = "For state") @Nullable String state,
            @Schema(description = "Tags, for tag") @Nullable List<String> add,
            @Schema(description = "Tags, for tag") @Nullable List<String> remove,
            @Schema(description = "For replace, letter for letter", maxLength = LONGEST_SEARCH) @Nullable String find,
            @Schema(description = "For replace", maxLength = LONGEST_SEARCH) @Nullable String replacement,
            @Schema(description = "Why", maxLength = 2000) @Nullable String comment) {

        BulkRequest request() {
            if (query == null) {
                throw ProblemType.INVALID_FIELD.with("/query", "missing");
            }
            var what = Fields.choice("/kind", Kind.class, kind).orElseThrow(() -> ProblemType.INVALID_FIELD.with("/kind", "missing"));
            var becomes = Fields.choice("/state", TextState.class, state);
            if (what == Kind.STATE && becomes.filter(it -> it != TextState.APPROVED).isEmpty()) {
                throw ProblemType.INVALID_FIELD.with("/state", becomes.isEmpty() ? "missing" : "value");
            }
            if (what == Kind.REPLACE && (find == null || find.isEmpty() || replacement == null)) {
                throw ProblemType.INVALID_FIELD.with(find == null || find.isEmpty() ? "/find" : "/replacement", "missing");
            }
            return new BulkRequest(what, JobResource.query(query), becomes.orElse(null), tags(add), tags(remove),
                    TextRules.comment("/find", find, LONGEST_SEARCH), TextRules.comment("/replacement", replacement, LONGEST_SEARCH));
        }

        private static Tags tags(@Nullable List<String> names) {
            return names == null ? Tags.NONE : Tags.of(names);
        }
    }

    @Schema(name = "UndoRequest")
    record Undoing(@Schema(description = "Why", maxLength = 2000) @Nullable String comment) {
    }

    @Schema(name = "Job")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobView(
            String job, @Schema(enumeration = {"state", "approve", "tag", "copy-source", "replace"}) String kind,
            @Schema(enumeration = {"running", "done", "failed", "undone"}) String stage,
            String requestedBy, String comment, @Schema(description = "RFC 3339, UTC") String createdAt,
            @Schema(description = "RFC 3339, UTC") @Nullable String finishedAt,
            @Schema(description = "How many messages the query found when it began") int total,
            @Schema(description = "How many of them it came by") int done,
            @Schema(description = "How many of those are otherwise than before") int changed,
            @Schema(description = "How many of those it could not be done to") int refusals,
            @Schema(description = "The first of these, each with a key of the catalog parlance that says why") List<RejectedMessages.RejectedMessage> refused) {

        static JobView of(Job it) {
            return new JobView(it.id().toString(), it.request().kind().label(), it.status().label(), it.requestedBy(), it.comment(),
                    it.createdAt().toString(), it.finishedAt().map(Object::toString).orElse(null), it.total(), it.done(), it.changed(),
                    it.rejectedCount(), it.rejectedMessages().all());
        }
    }

    @Schema(name = "Jobs")
    record JobList(@Schema(description = "The latest first") List<JobView> jobs,
                   @Schema(description = "The cursor of the next page; absent at the end") @Nullable String next) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE)
    @Operation(operationId = "orderJob", summary = "Changes all messages that a query finds, in the background")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class)))
    @APIResponse(responseCode = "202", description = "Ordered; Location says where it is watched", content = @Content(schema = @Schema(implementation = JobView.class)))
    public RestResponse<JobView> order(String catalog, byte[] body,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment) {
        var wanted = JsonBody.read(body, Wanted.class, "");
        var job = jobs.create(new CatalogName(catalog), wanted.request(), acts.of(comment, wanted.comment()));
        return ResponseBuilder.create(RestResponse.Status.ACCEPTED, JobView.of(job)).type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/catalogs/" + catalog + "/jobs/" + job.id()).build();
    }

    @GET
    @Needs(Permission.READ_DRAFT)
    @Operation(operationId = "listJobs", summary = "Jobs of a catalog, the latest first")
    public RestResponse<JobList> list(String catalog,
            @Parameter(description = "1–100, 20 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "next of the page before") @RestQuery @Nullable String cursor) {
        var seal = List.of("jobs", catalog);
        int most = Parameters.integer("limit", limit, 1, LARGEST_PAGE).orElse(USUAL_PAGE);
        var after = Cursor.read(cursor, seal, JobResource::place);
        var page = Paged.of(jobs.page(new CatalogName(catalog), after, most + 1), most, it -> it.createdAt() + " " + it.id(), seal);
        return answer(new JobList(page.shown(JobView::of), page.next()));
    }

    @GET
    @Path("{job}")
    @Needs(Permission.READ_DRAFT)
    @Operation(operationId = "getJob", summary = "How far a job is")
    public RestResponse<JobView> get(String catalog, String job) {
        return answer(JobView.of(jobs.find(new CatalogName(catalog), id(job))));
    }

    @POST
    @Path("{job}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE)
    @Operation(operationId = "undoJob", summary = "Takes back all that a job did, unless something of it was changed since")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Undoing.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobView.class)))
    public RestResponse<JobView> undo(String catalog, String job, byte[] body,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment) {
        var wanted = JsonBody.read(body, Undoing.class, "");
        return answer(JobView.of(jobs.undo(new CatalogName(catalog), id(job), acts.of(comment, wanted.comment()))));
    }

    private static DraftQuery query(Query it) {
        if (it.locale() == null) {
            throw ProblemType.INVALID_FIELD.with("/query/locale", "missing");
        }
        return DraftQuery.of(LocaleTag.parse(it.locale()), Fields.choice("/query/state", TextFilter.class, it.state()).orElse(null),
                text("/query/tag", it.tag()), text("/query/prefix", it.prefix()), text("/query/code", it.code()), text("/query/q", it.q()),
                Fields.choice("/query/lifecycle", Lifecycle.class, it.lifecycle()).orElse(null));
    }

    private static @Nullable String text(String pointer, @Nullable String value) {
        return value == null ? null : TextRules.comment(pointer, value, LONGEST_SEARCH);
    }

    private static Jobs.JobPosition place(String sealed) {
        var parts = sealed.split(" ", 2);
        if (!parts[0].matches("[0-9]{4}-.*")) {
            throw Parameters.invalid("cursor", sealed, "next");
        }
        return new Jobs.JobPosition(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }

    private static UUID id(String job) {
        return Optional.of(job).filter(it -> it.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")).map(UUID::fromString)
                .orElseThrow(() -> ProblemType.UNKNOWN_JOB.with(job));
    }

    private static <T> RestResponse<T> answer(T view) {
        return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
