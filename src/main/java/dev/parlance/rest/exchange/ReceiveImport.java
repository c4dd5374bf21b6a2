package dev.parlance.rest.exchange;

import dev.parlance.audit.AuditAction;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.exchange.imports.ImportReport;
import dev.parlance.exchange.imports.ImportRun;
import dev.parlance.exchange.imports.ImportRun.Status;
import dev.parlance.exchange.imports.RunImport;
import dev.parlance.exchange.imports.SingleFile;
import dev.parlance.exchange.imports.UploadedFiles;
import dev.parlance.exchange.imports.ZipArchive;
import dev.parlance.formats.FileFormatException;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.http.UploadedFile;
import dev.parlance.rest.problem.InternalErrors;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Runs an import on the import threads, and responds either before or after it. */
@ApplicationScoped
class ReceiveImport {
    private static final long MAX_SYNCHRONOUS_BYTES = 1024 * 1024;
    private static final int MAX_LISTED_REFUSALS = 100;

    private final RunImport runImport;
    private final ImportThreads threads;
    private final RequestAudit audit;
    private final Clock clock = Clock.systemUTC();

    ReceiveImport(RunImport runImport, ImportThreads threads, RequestAudit audit) {
        this.runImport = runImport;
        this.threads = threads;
        this.audit = audit;
    }

    /** @param name the path of the file or the name of the archive */
    record Upload(String name, @Nullable String contentType, boolean async, RoutingContext context) {
    }

    static boolean isZip(@Nullable String contentType, @Nullable String name) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("application/zip")
                || name != null && name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /**
     * Processes the request.
     *
     * @param toRequest creates the request from the digest of options and file
     * @param options   the query string, which is part of the digest
     */
    Uni<RestResponse<ImportView>> receive(Upload upload, Function<String, RunImport.Request> toRequest, String options) {
        var file = UploadedFile.find(upload.context()).orElseThrow(() -> ProblemType.MALFORMED_FILE.with(upload.name(), "malformed",
                "the request has no body"));
        var prepared = toRequest.apply("");
        var origin = audit.origin();
        return file.receive().chain(it -> submit(it, upload, prepared, origin, options));
    }

    private Uni<RestResponse<ImportView>> submit(UploadedFile file, Upload upload, RunImport.Request prepared, RequestAudit.Origin origin,
            String options) {
        boolean async = upload.async() || file.size() > MAX_SYNCHRONOUS_BYTES;
        var stored = file.keep();
        return Uni.createFrom().emitter(emitter -> threads.submit(file.network(), () -> {
            try {
                run(upload, stored, withDigest(prepared, digest(stored, options)), origin, async, emitter);
            } catch (RuntimeException | Error e) {
                emitter.fail(e);
            } finally {
                delete(stored);
            }
        }, failure -> {
            delete(stored);
            emitter.fail(failure);
        }));
    }

    private static RunImport.Request withDigest(RunImport.Request it, String digest) {
        return new RunImport.Request(it.catalog(), it.options(), it.dryRun(), it.idempotencyKey(), digest, it.context());
    }

    private void run(Upload upload, Path stored, RunImport.Request request, RequestAudit.Origin origin, boolean async,
            UniEmitter<? super RestResponse<ImportView>> emitter) {
        var registration = runImport.register(request);
        var run = registration.run();
        if (async && run.status() == Status.RUNNING) {
            emitter.complete(ResponseBuilder.create(RestResponse.Status.ACCEPTED, ImportView.of(run, clock.instant()))
                    .type(MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.LOCATION, ImportView.pathOf(run)).build());
        }
        try (var files = open(upload, stored)) {
            emitter.complete(respond(run, runImport.execute(run, request, files), origin));
        } catch (FileFormatException e) {
            emitter.fail(runImport.fail(run, RunImport.toProblem(e)));
        } catch (ProblemException e) {
            // The caller has a response already and looks at the run, which would seem to be interrupted.
            boolean isUnreported = async && registration.isNew() && e.type() == ProblemType.BUSY;
            emitter.fail(isUnreported ? runImport.fail(run, e) : e);
        } catch (RuntimeException | Error e) {
            // The response was already sent, so it cannot report the failure.
            emitter.fail(async ? InternalErrors.report(e) : e);
        }
    }

    /** Creates the response for a request that was executed on its own thread. */
    RestResponse<ImportView> respond(ImportRun registered, ImportRun ended) {
        return respond(registered, ended, audit.origin());
    }

    private RestResponse<ImportView> respond(ImportRun registered, ImportRun ended, RequestAudit.Origin origin) {
        if (!ended.dryRun() && registered.status() == Status.RUNNING && ended.status() == Status.DONE) {
            record(ended, origin);
        }
        return toResponse(ended);
    }

    private static UploadedFiles open(Upload upload, Path stored) {
        return isZip(upload.contentType(), upload.name()) ? new ZipArchive(upload.name(), stored) : new SingleFile(upload.name(), stored);
    }

    private RestResponse<ImportView> toResponse(ImportRun ended) {
        if (ended.status() == Status.REFUSED) {
            throw refusal(ended);
        }
        return ResponseBuilder.ok(ImportView.of(ended, clock.instant()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** Refused texts take precedence over conflicts, because only conflicts can be overridden. */
    private static ProblemException refusal(ImportRun run) {
        var problem = ImportView.count(run, Kind.REFUSED).map(ProblemType.IMPORT_REFUSED::with)
                .orElseGet(() -> ProblemType.IMPORT_CONFLICTS.with(ImportView.count(run, Kind.CONFLICTING).orElse(0)));
        return problem.withMember("import", ImportView.pathOf(run))
                .withMember("counts", run.report().map(ImportView.CountsView::of).orElseThrow())
                .withMember("entries", ImportView.refusals(run, MAX_LISTED_REFUSALS));
    }

    private static void record(ImportRun run, RequestAudit.Origin origin) {
        origin.record(AuditAction.FILES_IMPORTED, "catalog", run.catalog().value(), "import", run.id().toString(),
                "revision", run.report().map(ImportReport::revision).filter(it -> it.isPresent())
                        .map(it -> Long.toString(it.getAsLong())).orElse("none"));
    }

    private static String digest(Path stored, String options) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(options.getBytes(StandardCharsets.UTF_8));
            try (var in = new DigestInputStream(Files.newInputStream(stored), sha256)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform supports SHA-256", e);
        }
    }

    /** Returns the digest of a request without a file. */
    static String digest(byte[] body, @Nullable String options) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(String.valueOf(options).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform supports SHA-256", e);
        }
    }

    private static void delete(Path stored) {
        try {
            Files.deleteIfExists(stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
