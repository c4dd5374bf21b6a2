package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.jobs.BulkRequest.Kind;
import dev.parlance.catalog.jobs.PreviewReplacement;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The resource for previewing the changes of a replacement. */
@Path("/v1/catalogs/{catalog}/jobs/dry-run")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class JobPreviewResource {
    private final PreviewReplacement previewReplacement;

    JobPreviewResource(PreviewReplacement previewReplacement) {
        this.previewReplacement = previewReplacement;
    }

    @Schema(name = "ProposedChange")
    record ProposedChangeView(String key, ProposedText before, ProposedText after) {
    }

    @Schema(name = "ProposedText")
    record ProposedText(String message, String description) {
        static ProposedText of(TextContent it) {
            return new ProposedText(it.message(), it.description());
        }
    }

    @Schema(name = "JobPreview")
    record JobPreview(@Schema(description = "At most 100, in the order of the catalog") List<ProposedChangeView> changes,
                      @Schema(description = "Whether there are further changes") boolean more) {
        static JobPreview of(PreviewReplacement.Preview it) {
            return new JobPreview(it.changes().stream().map(change -> new ProposedChangeView(change.key().value(),
                    ProposedText.of(change.before()), ProposedText.of(change.after()))).toList(), it.more());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "previewJob", summary = "Returns the first 100 changes that a job of the kind `replace` would make.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = JobResource.JobRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobPreview.class)))
    public RestResponse<JobPreview> preview(String catalog, byte[] body) {
        var request = JsonBody.read(body, JobResource.JobRequest.class, "").toBulkRequest();
        if (request.kind() != Kind.REPLACE) {
            throw ProblemType.INVALID_FIELD.with("/kind", "value");
        }
        return ResponseBuilder.ok(JobPreview.of(previewReplacement.preview(new CatalogName(catalog), request)),
                MediaType.APPLICATION_JSON_TYPE).build();
    }
}
