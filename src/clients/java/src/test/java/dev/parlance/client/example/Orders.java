package dev.parlance.client.example;

import dev.parlance.client.CatalogException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;

/** A resource that limits orders. */
@Path("/orders")
public class Orders {

    @POST
    public String place() {
        throw new CatalogException(429, "-1015", Map.of("limit", 1500, "interval", "10s"));
    }
}
