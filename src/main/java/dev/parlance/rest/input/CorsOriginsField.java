package dev.parlance.rest.input;

import dev.parlance.catalog.CorsOrigins;
import dev.parlance.problems.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The field {@code corsOrigins} of the settings of a catalog. */
public final class CorsOriginsField {
    public static final String DESCRIPTION = "Web origins whose pages may read the catalog: scheme, host and port, or `*` alone for "
            + "all. null restores the default: all origins for a public catalog, none for a private one";
    private static final String FIELD = "/corsOrigins";
    private static final String ALLOWED = "scheme://host:port, *";
    private static final String EXAMPLE = "https://app.example.com";

    private CorsOriginsField() {
    }

    public static @Nullable List<String> values(@Nullable CorsOrigins origins) {
        return origins == null ? null : origins.origins();
    }

    /**
     * Parses the field.
     *
     * @return null for the default
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_FIELD}, {@link ProblemType#TOO_MANY_ITEMS}
     */
    public static @Nullable CorsOrigins parse(@Nullable List<String> values) {
        if (values == null) {
            return null;
        }
        if (values.size() > CorsOrigins.MAX_ORIGINS) {
            throw ProblemType.TOO_MANY_ITEMS.with(FIELD, CorsOrigins.MAX_ORIGINS);
        }
        for (int i = 0; i < values.size(); i++) {
            boolean any = CorsOrigins.ANY.equals(values.get(i)) && values.size() == 1;
            if (!any && (values.get(i) == null || !CorsOrigins.isOrigin(values.get(i)))) {
                throw ProblemType.INVALID_FIELD.with(FIELD + "/" + i, "value", ALLOWED, EXAMPLE);
            }
        }
        return new CorsOrigins(values);
    }
}
