package dev.parlance.web;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.Parameters;
import dev.parlance.security.Permission;
import dev.parlance.web.page.PageFrames;
import dev.parlance.web.page.PageRequest;
import dev.parlance.web.page.PageResponses;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Sitemaps with the codes of a catalog, in parts. */
@Path("/sitemap/{catalog}/{part}")
@Produces(MediaType.APPLICATION_XML)
@NonBlocking
public class SitemapResource {
    private static final String NO_LANGUAGE = "en";

    private final SiteFiles files;
    private final SnapshotRegistry snapshots;
    private final PageFrames frames;

    SitemapResource(SiteFiles files, SnapshotRegistry snapshots, PageFrames frames) {
        this.files = files;
        this.snapshots = snapshots;
        this.frames = frames;
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Operation(hidden = true)
    public RestResponse<String> get(String catalog, String part, UriInfo uri, HttpHeaders headers) {
        var snapshot = snapshots.get(new CatalogName(catalog));
        int number = Parameters.number("part", part);
        if (number > SiteFiles.partCount(snapshot)) {
            throw ProblemType.NOT_FOUND.with(uri.getPath());
        }
        var request = PageRequest.of(uri, headers, NO_LANGUAGE);
        return PageResponses.create(request, SiteFiles.XML, files.sitemap(frames.baseUrl(request), snapshot, number), Map.of());
    }
}
