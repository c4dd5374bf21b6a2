package dev.parlance.rest.exchange;

import dev.parlance.catalog.CatalogName;
import dev.parlance.exchange.exports.ExportCatalog;
import dev.parlance.exchange.exports.ExportedFiles;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.ConcurrencyLimiter;
import dev.parlance.rest.http.StreamedBody;
import dev.parlance.rest.input.Parameters;
import dev.parlance.security.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Exports the draft of a catalog to files. */
@Path("/v1/catalogs/{catalog}/exports")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
@Tag(name = "Exchange")
public class ExportResource {
    private static final String ZIP = "application/zip";
    private static final String REFUSE = "refuse";
    /** The earliest time that ZIP supports, so that archives of the same draft are equal. */
    private static final LocalDateTime EARLIEST_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String FORMAT = "Name of the format";
    private static final String LOSSY = "refuse rejects the export if the format cannot represent a message exactly. By default, such "
            + "messages are exported as closely as possible, and Parlance-Lossy lists them";

    private final ExportCatalog exportCatalog;
    private final ConcurrencyLimiter concurrency;

    ExportResource(ExportCatalog exportCatalog, ConcurrencyLimiter concurrency) {
        this.exportCatalog = exportCatalog;
        this.concurrency = concurrency;
    }

    @GET
    @Path("{locale}")
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "exportLocale", summary = "Exports the texts of a locale, without fallbacks, to a file.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<StreamedBody> exportLocale(String catalog, String locale,
            @Parameter(description = FORMAT, required = true, example = "properties") @RestQuery @Nullable String format,
            @Parameter(description = "Dialect of the texts, for a format that does not prescribe it", example = "spring")
            @RestQuery @Nullable String dialect,
            @Parameter(description = LOSSY, schema = @Schema(type = SchemaType.STRING, enumeration = REFUSE))
            @RestQuery @Nullable String lossy) {
        var name = requireFormat(format);
        boolean refuse = parseLossy(lossy);
        var chosen = ImportParameters.parseDialect(dialect);
        return concurrency.run(ResourceLimit.EXPORTS, () -> {
            var exported = exportCatalog.export(new CatalogName(catalog), LocaleTag.parse(locale), name, chosen, refuse);
            var path = exported.files().firstKey();
            return respond(exported, exported.files().get(path), exported.mediaType(), path.substring(path.lastIndexOf('/') + 1));
        });
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "exportCatalog", summary = "Exports several locales: a ZIP archive with a file for each, or one file.",
            description = "The format `folder` is the layout of catalogs as folders. Archives are deterministic.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<StreamedBody> exportAll(String catalog,
            @Parameter(description = FORMAT, required = true, example = "folder") @RestQuery @Nullable String format,
            @Parameter(description = "BCP 47 language tags, separated by commas; all by default", example = "ja,de")
            @RestQuery @Nullable String locales,
            @Parameter(description = LOSSY, schema = @Schema(type = SchemaType.STRING, enumeration = REFUSE))
            @RestQuery @Nullable String lossy) {
        var name = requireFormat(format);
        boolean refuse = parseLossy(lossy);
        Set<LocaleTag> tags = new TreeSet<>();
        if (locales != null) {
            Arrays.stream(locales.split(",", -1)).forEach(it -> tags.add(LocaleTag.parse(it)));
        }
        return concurrency.run(ResourceLimit.EXPORTS, () -> {
            var exported = exportCatalog.export(new CatalogName(catalog), tags, name, refuse);
            boolean single = exported.files().size() == 1 && !exported.mediaType().equals(ZIP) && !name.equals(ExportCatalog.FOLDER);
            var first = exported.files().isEmpty() ? "" : exported.files().firstKey();
            var fileName = first.substring(first.lastIndexOf('/') + 1);
            return single ? respond(exported, exported.files().get(first), exported.mediaType(), fileName)
                    : respond(exported, zip(exported.files()), ZIP, catalog + ".zip");
        });
    }

    private static RestResponse<StreamedBody> respond(ExportedFiles exported, byte[] bytes, String mediaType, String fileName) {
        var response = ResponseBuilder.ok(StreamedBody.of(List.of(bytes)), MediaType.valueOf(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        CacheHeaders.listKeys(exported.lossy()).ifPresent(it -> response.header(CacheHeaders.LOSSY_HEADER, it));
        return response.build();
    }

    private static byte[] zip(SortedMap<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(EARLIEST_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String requireFormat(@Nullable String format) {
        if (format == null) {
            throw ProblemType.MISSING_PARAMETER.with("format", "properties");
        }
        return format;
    }

    private static boolean parseLossy(@Nullable String lossy) {
        if (lossy != null && !lossy.equals(REFUSE)) {
            throw Parameters.invalidParameter("lossy", lossy, REFUSE);
        }
        return lossy != null;
    }
}
