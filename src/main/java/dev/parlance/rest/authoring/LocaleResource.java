package dev.parlance.rest.authoring;

import dev.parlance.locales.FallbackChain;
import dev.parlance.locales.KnownLanguages;
import dev.parlance.locales.LocaleNames;
import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.PluralCategory;
import dev.parlance.rest.access.AllowedCallers;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The resource of the facts that Unicode CLDR has about a locale, for those who translate into it. */
@Path("/v1/locales/{locale}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Locales")
public class LocaleResource {
    /** The data changes with the version of ICU only. */
    private static final String DAY = "public, max-age=86400";

    @Schema(name = "Locale")
    record LocaleView(
            @Schema(description = "Canonical BCP 47 language tag") String locale,
            @Schema(description = "In the caller's language", examples = "Arabic") String name,
            @Schema(description = "In its own language", examples = "العربية") String nativeName,
            @Schema(enumeration = {"ltr", "rtl"}) String direction,
            @Schema(description = "Locales whose texts replace missing ones, nearest first; empty for most languages") List<String> parents,
            @Schema(description = "Categories of counts, such as 3 files") List<CategoryView> cardinal,
            @Schema(description = "Categories of ranks, such as 3rd") List<CategoryView> ordinal) {
        static LocaleView of(LocaleTag it, LocaleNames names) {
            return new LocaleView(it.value(), names.name(it), LocaleNames.nativeName(it), it.isRightToLeft() ? "rtl" : "ltr",
                    FallbackChain.of(it).stream().skip(1).map(LocaleTag::value).toList(),
                    CategoryView.of(PluralCategory.cardinal(it)), CategoryView.of(PluralCategory.ordinal(it)));
        }
    }

    @Schema(name = "PluralCategory")
    record CategoryView(@Schema(enumeration = {"zero", "one", "two", "few", "many", "other"}) String category,
            @Schema(description = "At most ten numbers of the category: integers, then decimals", examples = "[\"2\",\"22\",\"0.2\"]")
            List<String> samples) {
        static List<CategoryView> of(List<PluralCategory> categories) {
            return categories.stream().map(it -> new CategoryView(it.name(), it.samples())).toList();
        }
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(operationId = "getLocale",
            summary = "Returns the names, the direction and the plural categories of a locale in Unicode CLDR.")
    public RestResponse<LocaleView> get(@Parameter(description = "BCP 47 language tag", example = "ar") String locale,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var names = LocaleNames.negotiate(acceptLanguage);
        return ResponseBuilder.ok(LocaleView.of(KnownLanguages.parse("/locale", locale), names), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, names.language().value())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, DAY).build();
    }
}
