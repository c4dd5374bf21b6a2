package dev.parlance.client.example;

import dev.parlance.client.Parlance;
import dev.parlance.client.jaxrs.CatalogExceptionMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;

/** Answers errors with problem documents in the language of the request. */
@Provider
public class OrderProblems extends CatalogExceptionMapper {

    @Inject
    public OrderProblems(Parlance texts) {
        super(texts, "https://texts.example/codes/exchange/");
    }
}
