package dev.parlance.rest.input;

import dev.parlance.formats.BundleFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code format} of bundles. */
@ApplicationScoped
public class FormatParameter {
    private final List<BundleFormat> formats;

    FormatParameter(List<BundleFormat> formats) {
        this.formats = formats;
    }

    /**
     * Returns the format with this name; empty for the canonical bundle, which is the default.
     *
     * @throws dev.parlance.problems.ProblemException {@code INVALID_PARAMETER} for an unknown name
     */
    public Optional<BundleFormat> parse(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(formats.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow(() -> Parameters.invalidParameter(
                "format", name, namesWith(it -> true))));
    }

    /** Returns the names of the formats for which a condition holds. */
    public String namesWith(Predicate<BundleFormat> condition) {
        return formats.stream().filter(condition).map(BundleFormat::name).sorted().collect(Collectors.joining(", "));
    }

    /** Returns the media type of a format; empty is the canonical bundle. */
    public static String mediaTypeOf(Optional<BundleFormat> format) {
        return format.map(BundleFormat::mediaType).orElse(MediaType.APPLICATION_JSON);
    }
}
