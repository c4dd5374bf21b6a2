package dev.parlance.architecture.bad.rendering;

import dev.parlance.architecture.bad.locales.BadLocale;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** A renderer that depends on HTTP and the database, and in a cycle on the package below it. */
public class BadRenderer {
    @Inject
    PanacheRepositoryBase<BadLocale, String> repository;

    Response response;
}
