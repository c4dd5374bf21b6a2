package dev.parlance.rest.input;

import dev.parlance.formats.BundleFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shapes of a bundle by their names. */
@ApplicationScoped
public class FormatParameter {
    private final List<BundleFormat> formats;

    FormatParameter(List<BundleFormat> formats) {
        this.formats = formats;
    }

    /** @return empty for the canonical bundle, which is what nobody has to ask for */
    public Optional<BundleFormat> parse(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(formats.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow(() -> Parameters.invalidParameter(
                "format", name, formats.stream().map(BundleFormat::name).sorted().collect(Collectors.joining(", ")))));
    }

    public static String mediaTypeOf(Optional<BundleFormat> format) {
        return format.map(BundleFormat::mediaType).orElse(MediaType.APPLICATION_JSON);
    }
}
