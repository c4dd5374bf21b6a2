package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private final Routes routes = new Routes(List.of(Shelf.class, Shelves.class));

    @Path("/v1/shelves")
    @Produces("application/json")
    interface Shelves {
        @GET
        void list();

        @PUT
        @Path("{shelf}")
        void save();

        @GET
        @Path("{shelf}/books/{book}")
        @Produces({"text/plain", "application/json"})
        void book();

        void helper();
    }

    @Path("/v1/shelves/{shelf}")
    @Produces("text/html")
    interface Shelf {
        @DELETE
        void remove();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/shelves,true", "/v1/shelves/,true", "/v1/shelves/日本,true", "/v1/shelves/a/books/b,true", "/v1/shelves/a/books/b/,true",
        "/v1/shelves/a/books,false", "/v1/shelves//books/b,false", "/v1/shelvesx,false", "/v1/shelves//,false", "/v1/shelves/a/books/b/c,false", "/,false",
        "'',false", "v1/shelves,false"
    })
    void knowsWhichPathsExist(String path, boolean exists) {
        assertThat(routes.exists(path)).isEqualTo(exists);
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/shelves,true", "PUT,/v1/shelves,false", "PUT,/v1/shelves/a,true", "DELETE,/v1/shelves/a,true",
            "GET,/v1/shelves/a,false"})
    void returnsMethodsOfPath(String method, String path, boolean exists) {
        assertThat(routes.exists(path, method)).isEqualTo(exists);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/v1/shelves|GET, HEAD, OPTIONS", "/v1/shelves/a|DELETE, OPTIONS, PUT", "/nowhere|OPTIONS"})
    void listsAllowedMethods(String path, String allowed) {
        assertThat(routes.allowedMethods(path)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET|/v1/shelves|application/json", "HEAD|/v1/shelves/a/books/b|application/json, text/plain", "DELETE|/v1/shelves/a|text/html",
                "POST|/v1/shelves|''"
    })
    void listsMediaTypesOfMethodOrResource(String method, String path, String mediaTypes) {
        assertThat(routes.producedMediaTypes(path, method)).isEqualTo(mediaTypes);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "/v1/shelves,/v1/shelves", "/v1/shelves/مكتبة,/v1/shelves/{shelf}", "/v1/shelves/a/books/b,/v1/shelves/{shelf}/books/{book}",
        "/v1/shelves/,/v1/shelves", "/v1/shelves//,-", "/v1/other,-", "'',-"
    })
    void findsTemplateOfPath(String path, @Nullable String template) {
        assertThat(routes.templateOf(path).orElse(null)).isEqualTo(template);
    }

    @Test
    void findsResourceMethodsOnly() {
        assertThat(routes.resourceMethods()).extracting(Method::getName).containsExactlyInAnyOrder("list", "save", "book", "remove");
    }
}
