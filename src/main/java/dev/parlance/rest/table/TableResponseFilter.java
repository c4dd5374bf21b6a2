package dev.parlance.rest.table;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Converts the lists of methods with {@link ListFormats} to the format that the client asks for. */
public class TableResponseFilter {
    private static final String SELECTED = TableResponseFilter.class.getName();
    private static final String CURSOR = "cursor";

    /** Selects the format before the method runs, so that an unknown one is rejected like other parameters. */
    @ServerRequestFilter
    void select(ContainerRequestContext request, ResourceInfo resource) {
        if (resource.getResourceMethod().isAnnotationPresent(ListFormats.class)) {
            request.setProperty(SELECTED, ListFormat.select(request.getUriInfo().getQueryParameters().getFirst(ListFormats.PARAMETER),
                    acceptedBy(request)));
        }
    }

    @ServerResponseFilter
    void convert(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(SELECTED) instanceof ListFormat format) || !(response.getEntity() instanceof Tabular list)) {
            return;
        }
        if (!request.getUriInfo().getQueryParameters().containsKey(ListFormats.PARAMETER)) {
            response.getHeaders().putSingle(HttpHeaders.VARY, Stream.concat(Stream.of(HttpHeaders.ACCEPT),
                    response.getHeaders().getOrDefault(HttpHeaders.VARY, List.of()).stream().map(Object::toString))
                    .collect(Collectors.joining(", ")));
        }
        if (format == ListFormat.JSON) {
            response.setEntity(list, null, format.contentType());
            return;
        }
        var table = list.toTable();
        response.setEntity(format == ListFormat.CSV ? CsvTable.write(table) : TextTable.write(table), null, format.contentType());
        if (table.next() != null) {
            response.getHeaders().putSingle(HttpHeaders.LINK, "<" + nextPage(request.getUriInfo(), table.next()) + ">; rel=\"next\"");
        }
    }

    private static List<MediaType> acceptedBy(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.ACCEPT) == null ? List.of() : request.getAcceptableMediaTypes();
    }

    /** Returns a reference to the same path, because a proxy may serve it under another prefix. */
    private static String nextPage(UriInfo uri, String cursor) {
        @Nullable String query = uri.getRequestUri().getRawQuery();
        return Stream.concat(query == null ? Stream.of() : Arrays.stream(query.split("&")).filter(it -> !it.startsWith(CURSOR + "=")),
                Stream.of(CURSOR + "=" + cursor)).collect(Collectors.joining("&", "?", ""));
    }
}
