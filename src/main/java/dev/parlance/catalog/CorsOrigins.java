package dev.parlance.catalog;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The web origins whose pages may read a catalog (CORS).
 *
 * @param origins sorted, as browsers send them; {@link #ANY} alone for all
 */
public record CorsOrigins(List<String> origins) {
    public static final int MAX_ORIGINS = 50;
    /** Stands for all origins. */
    public static final String ANY = "*";

    /** A name in lower case, an internationalised one in its ASCII form, or an address. */
    private static final String HOST = "(?:[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}])";
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]{0,30}://" + HOST + "(?::[1-9][0-9]{0,4})?");
    /** Browsers omit the default port, so these would never match. */
    private static final Pattern DEFAULT_PORT = Pattern.compile("http://.*:80|https://.*:443");

    public CorsOrigins {
        origins = List.copyOf(new TreeSet<>(origins));
    }

    /** Returns whether a browser could send this as {@code Origin}: scheme, host and port. */
    public static boolean isOrigin(String value) {
        return ORIGIN.matcher(value).matches() && !DEFAULT_PORT.matcher(value).matches() && hasPossiblePort(value);
    }

    private static boolean hasPossiblePort(String origin) {
        int colon = origin.lastIndexOf(':');
        var port = origin.substring(colon + 1);
        return !port.matches("[0-9]{5}") || Integer.parseInt(port) <= 65_535;
    }

    /** Returns whether pages of all origins may read. */
    public boolean allowAny() {
        return origins.contains(ANY);
    }

    /** Returns the origins without {@link #ANY}. */
    public Set<String> exact() {
        return allowAny() ? Set.of() : Set.copyOf(origins);
    }
}
