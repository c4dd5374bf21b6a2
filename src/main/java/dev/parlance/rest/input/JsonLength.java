package dev.parlance.rest.input;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Measures JSON views before they become part of a response. */
public final class JsonLength {
    private static final ObjectWriter WRITER = new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL).writer();

    private JsonLength() {
    }

    /** Returns the number of bytes that a view takes in a response. */
    public static long of(Object view) {
        try {
            return WRITER.writeValueAsBytes(view).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
