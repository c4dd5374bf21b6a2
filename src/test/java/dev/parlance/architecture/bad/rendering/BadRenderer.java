package dev.parlance.architecture.bad.rendering;

import dev.parlance.architecture.bad.locales.BadLocale;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** A renderer that knows the web and the database, in a ring with the room below it. */
public class BadRenderer {
    @Inject
    PanacheRepositoryBase<BadLocale, String> repository;

    Response response;
}
