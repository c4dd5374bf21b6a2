package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.audit.AuditAction;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.jobs.BulkRequest;
import dev.parlance.catalog.jobs.BulkRequest.Kind;
import dev.parlance.catalog.jobs.Job;
import dev.parlance.catalog.jobs.Jobs;
import dev.parlance.catalog.jobs.ManageJobs;
import dev.parlance.catalog.jobs.RejectedMessages;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.ChangeContexts;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.JsonFields;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.TextInput;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
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

/** The resource of bulk jobs, which change all messages that match a query. */
@Path("/v1/catalogs/{catalog}/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class JobResource {
    private static final String KINDS = String.join(", ", Labelled.labels(Kind.class));
    private static final int DEFAULT_PAGE_SIZE = 20;
    private static final int MAX_PAGE_SIZE = 100;
    private static final int MAX_SEARCH_LENGTH = 200;

    private final ManageJobs jobs;
    private final ChangeContexts contexts;
    private final CurrentCaller caller;
    private final RequestAudit audit;

    JobResource(ManageJobs jobs, ChangeContexts contexts, CurrentCaller caller, RequestAudit audit) {
        this.audit = audit;
        this.jobs = jobs;
        this.contexts = contexts;
        this.caller = caller;
    }

    @Schema(name = "JobRequest", requiredProperties = {"kind", "query"})
    record JobRequest(
            @Schema(enumeration = {"state", "approve", "tag", "copy-source", "replace"}) @Nullable String kind,
            @Schema(description = "Selects messages, like the list of draft messages") DraftFilter.@Nullable InBody query,
            @Schema(enumeration = {"draft", "translated"}, description = "New state, for the kind `state`") @Nullable String state,
            @Schema(description = "Tags to add, for the kind `tag`") @Nullable List<String> add,
            @Schema(description = "Tags to remove, for the kind `tag`") @Nullable List<String> remove,
            @Schema(description = "Words to replace, for the kind `replace`. Names, formats and keys of arguments are not searched",
                    maxLength = MAX_SEARCH_LENGTH) @Nullable String find,
            @Schema(description = "Replacement text, for the kind `replace`", maxLength = MAX_SEARCH_LENGTH) @Nullable String replacement,
            @Schema(description = "Reason for the change", maxLength = 2000) @Nullable String comment) {

        BulkRequest toBulkRequest() {
            if (query == null) {
                throw ProblemType.INVALID_FIELD.with("/query", "missing");
            }
            var jobKind = JsonFields.choice("/kind", Kind.class, kind)
                    .orElseThrow(() -> ProblemType.INVALID_FIELD.with("/kind", "missing", KINDS));
            var targetState = JsonFields.choice("/state", TextState.class, state);
            if (jobKind == Kind.STATE && targetState.filter(it -> it != TextState.APPROVED).isEmpty()) {
                throw ProblemType.INVALID_FIELD.with("/state", targetState.isEmpty() ? "missing" : "value", "draft, translated");
            }
            if (jobKind == Kind.REPLACE && (find == null || find.isEmpty() || replacement == null)) {
                throw ProblemType.INVALID_FIELD.with(find == null || find.isEmpty() ? "/find" : "/replacement", "missing");
            }
            return new BulkRequest(jobKind, query.toQuery(), targetState.orElse(null), toTags(add), toTags(remove),
                    TextInput.optionalText("/find", find, MAX_SEARCH_LENGTH),
                    TextInput.optionalText("/replacement", replacement, MAX_SEARCH_LENGTH));
        }

        private static Tags toTags(@Nullable List<String> names) {
            return names == null ? Tags.NONE : Tags.of(names);
        }
    }

    @Schema(name = "UndoRequest")
    record UndoRequest(@Schema(description = "Reason for the change", maxLength = 2000) @Nullable String comment) {
    }

    @Schema(name = "Job")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobView(
            String job, @Schema(enumeration = {"state", "approve", "tag", "copy-source", "replace"}) String kind,
            @Schema(enumeration = {"running", "done", "failed", "undone"}) String stage, String requestedBy, String comment,
            @Schema(description = "RFC 3339, UTC") String createdAt,
            @Schema(description = "RFC 3339, UTC") @Nullable String finishedAt,
            @Schema(description = "Number of messages that matched the query at the start") int total,
            @Schema(description = "Number of messages processed") int done,
            @Schema(description = "Number of processed messages that changed") int changed,
            @Schema(description = "Number of processed messages that were rejected") int refusals,
            @Schema(description = "The first 100 rejected messages, each with the problem as a message key of the catalog `parlance`")
            List<RejectedMessages.RejectedMessage> refused) {

        static JobView of(Job it) {
            return new JobView(it.id().toString(), it.request().kind().label(), it.status().label(), it.requestedBy(), it.comment(),
                    it.createdAt().toString(), it.finishedAt().map(Object::toString).orElse(null), it.total(), it.done(), it.changed(),
                    it.rejectedCount(), it.rejectedMessages().all());
        }
    }

    @Schema(name = "Jobs")
    record JobList(@Schema(description = "Newest first") List<JobView> jobs,
                   @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<JobView> COLUMNS = TableColumns.of(JobView.class).column("job", JobView::job)
                .column("kind", JobView::kind).column("stage", JobView::stage).column("requestedBy", JobView::requestedBy)
                .column("createdAt", JobView::createdAt).column("finishedAt", JobView::finishedAt).column("total", JobView::total)
                .column("done", JobView::done).column("changed", JobView::changed).column("refusals", JobView::refusals)
                .column("comment", JobView::comment);

        @Override
        public Table toTable() {
            return COLUMNS.table(jobs, next);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "createJob", summary = "Creates a background job that changes all messages matching a query. "
            + "The kind `approve` requires the `approve` permission, all others require `manage`.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = JobRequest.class)))
    @APIResponse(responseCode = "202", description = "Accepted; Location is the URL of the job",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public RestResponse<JobView> create(String catalog, byte[] body,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        var name = new CatalogName(catalog);
        if (!caller.hasPermission(Permission.APPROVE, name)) {
            caller.requirePermission(Permission.MANAGE, name);
        }
        var request = JsonBody.read(body, JobRequest.class, "");
        var bulkRequest = request.toBulkRequest();
        requirePermission(name, bulkRequest);
        var job = jobs.create(name, bulkRequest, contexts.create(comment, request.comment()));
        return ResponseBuilder.create(RestResponse.Status.ACCEPTED, JobView.of(job)).type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/catalogs/" + catalog + "/jobs/" + job.id()).build();
    }

    /** A manager may do anything; a reviewer may approve texts of the allowed locales. */
    private void requirePermission(CatalogName catalog, BulkRequest request) {
        if (request.kind() != Kind.APPROVE) {
            caller.requirePermission(Permission.MANAGE, catalog);
        } else if (!caller.hasPermission(Permission.MANAGE, catalog)) {
            caller.requirePermission(Permission.APPROVE, catalog, request.query().locale());
        }
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listJobs", summary = "Lists the jobs of a catalog, newest first.")
    public RestResponse<JobList> list(String catalog,
            @Parameter(description = "Page size: 1–100, 20 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        var cursorQuery = List.of("jobs", catalog);
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var after = Cursor.decode(cursor, cursorQuery, JobResource::parsePosition);
        var page = Page.of(jobs.page(new CatalogName(catalog), after, pageSize + 1), pageSize, JobView::of,
                it -> it.createdAt() + " " + it.id(), cursorQuery);
        return toResponse(new JobList(page.items(), page.next()));
    }

    @GET
    @Path("{job}")
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "getJob", summary = "Returns a job and its progress.")
    public RestResponse<JobView> get(String catalog, String job) {
        return toResponse(JobView.of(jobs.find(new CatalogName(catalog), parseId(job))));
    }

    @POST
    @Path("{job}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "undoJob", summary = "Reverts all changes of a job. Answers 409 if any of its items has changed since.")
    @RequestBody(content = @Content(schema = @Schema(implementation = UndoRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobView.class)))
    public RestResponse<JobView> undo(String catalog, String job, byte[] body,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        var request = JsonBody.readOptional(body, UndoRequest.class);
        var undone = jobs.undo(new CatalogName(catalog), parseId(job), contexts.create(comment, request.comment()));
        audit.record(AuditAction.JOB_UNDONE, "catalog", catalog, "job", undone.id().toString());
        return toResponse(JobView.of(undone));
    }

    private static Jobs.JobPosition parsePosition(String cursorKey) {
        var parts = cursorKey.split(" ", 2);
        if (!parts[0].matches("[0-9]{4}-.*")) {
            throw Parameters.invalidParameter("cursor", cursorKey, ProblemType.NONE);
        }
        return new Jobs.JobPosition(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }

    private static UUID parseId(String job) {
        return Optional.of(job).filter(it -> it.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")).map(UUID::fromString)
                .orElseThrow(() -> ProblemType.UNKNOWN_JOB.with(job));
    }

    private static <T> RestResponse<T> toResponse(T view) {
        return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
