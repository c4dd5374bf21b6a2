package dev.parlance.rest.administration;

import dev.parlance.audit.AuditAction;
import dev.parlance.publishing.seed.ManageSigningKeys;
import dev.parlance.publishing.seed.SigningKey;
import dev.parlance.publishing.seed.SigningKeyRing;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of the keys that sign seeds. Anyone may read the public keys. */
@SmallBody
@Path("/v1/signing-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing keys")
public class SigningKeyResource {
    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 500;
    private static final List<String> CURSOR_QUERY = List.of("signing-keys");

    private final ManageSigningKeys keys;
    private final CurrentCaller caller;
    private final RequestAudit audit;

    SigningKeyResource(ManageSigningKeys keys, CurrentCaller caller, RequestAudit audit) {
        this.keys = keys;
        this.caller = caller;
        this.audit = audit;
    }

    @Schema(name = "SigningKey")
    record SigningKeyView(@Schema(description = "JWK thumbprint of the key (RFC 7638), the `keyId` of its signatures") String id,
                          @Schema(enumeration = {"active", "retired", "revoked"},
                                  description = "`active`: signs new releases. `retired`: signs the releases from its creation to that of "
                                          + "the next key. `revoked`: signs nothing, and its signatures must not be trusted") String state,
                          @Schema(description = "RFC 3339, UTC") String createdAt,
                          @Schema(description = "When a later key replaced it (RFC 3339, UTC); absent for the newest key")
                          @Nullable String retiredAt,
                          @Schema(description = "When it was revoked (RFC 3339, UTC); absent if it is not")
                          @Nullable String revokedAt, JwkView jwk) {
        static SigningKeyView of(SigningKeyRing.KeyStatus it) {
            return new SigningKeyView(it.key().id(), it.state().label(), it.key().createdAt().toString(), format(it.retiredAt()),
                    format(it.key().revokedAt()), JwkView.of(it.key()));
        }

        private static @Nullable String format(Optional<Instant> time) {
            return time.map(Instant::toString).orElse(null);
        }
    }

    @Schema(name = "Jwk", description = "The public key (RFC 8037)")
    record JwkView(@Schema(examples = "OKP") String kty, @Schema(examples = "Ed25519") String crv,
                   @Schema(description = "The 32 bytes of the public key, base64url") String x, String kid,
                   @Schema(examples = "EdDSA") String alg, @Schema(examples = "sig") String use) {
        static JwkView of(SigningKey key) {
            return new JwkView("OKP", SigningKey.ALGORITHM, key.x(), key.id(), "EdDSA", "sig");
        }
    }

    @Schema(name = "SigningKeys")
    record SigningKeyList(@Schema(description = "Newest first") List<SigningKeyView> keys,
                          @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next)
            implements Tabular {
        private static final TableColumns<SigningKeyView> COLUMNS = TableColumns.of(SigningKeyView.class)
                .column("id", SigningKeyView::id).column("state", SigningKeyView::state).column("createdAt", SigningKeyView::createdAt)
                .column("retiredAt", SigningKeyView::retiredAt).column("revokedAt", SigningKeyView::revokedAt)
                .column("jwk", it -> it.jwk().x());

        @Override
        public Table toTable() {
            return COLUMNS.table(keys, next);
        }
    }

    @Schema(name = "SigningKeyRequest")
    record SigningKeyRequest(@Schema(description = "Whether to revoke all earlier keys, for example because a private key may have "
            + "leaked. The new key then also signs earlier releases", defaultValue = "false") @Nullable Boolean revokeEarlier) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowedCallers(AllowedCallers.CallerGroup.ADMINISTRATORS)
    @Operation(operationId = "createSigningKey",
            summary = "Creates a key that signs the seeds of all later releases. The service keeps the private key.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SigningKeyRequest.class)))
    @APIResponse(responseCode = "201", description = "Created",
            content = @Content(schema = @Schema(implementation = SigningKeyView.class)))
    public RestResponse<SigningKeyView> create(byte[] body) {
        boolean revokeEarlier = JsonBody.readOptional(body, SigningKeyRequest.class).revokeEarlier() == Boolean.TRUE;
        var created = keys.create(revokeEarlier, caller.actor().name());
        audit.record(AuditAction.SIGNING_KEY_CREATED, "key", created.key().id(), "revokedEarlier", Boolean.toString(revokeEarlier));
        return ResponseBuilder.create(RestResponse.Status.CREATED, SigningKeyView.of(created))
                .type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listSigningKeys", summary = "Lists the public keys that verify seeds, newest first.")
    public RestResponse<SigningKeyList> list(
            @Parameter(description = "Page size: 1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var after = Cursor.decode(cursor, CURSOR_QUERY).orElse("");
        var rows = keys.list().statuses().stream().dropWhile(it -> !after.isEmpty() && !it.key().id().equals(after))
                .skip(after.isEmpty() ? 0 : 1).limit(pageSize + 1L).toList();
        var page = Page.of(rows, pageSize, it -> it.key().id(), CURSOR_QUERY);
        return ResponseBuilder.ok(new SigningKeyList(page.items(SigningKeyView::of), page.next()), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.CHANNEL).build();
    }
}
