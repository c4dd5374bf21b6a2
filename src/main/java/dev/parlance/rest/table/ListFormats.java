package dev.parlance.rest.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the query parameter {@code format} and the formats of {@link ListFormat} for a method that returns a {@link Tabular} list.
 *
 * <p>The method must also produce their media types, because Jakarta REST selects methods by {@code Accept}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ListFormats {
    /** The name of the query parameter. */
    String PARAMETER = "format";
}
