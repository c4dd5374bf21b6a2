package dev.parlance.rest.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a resource method for which it is not the permissions in a catalog that decide ({@link Needs}). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Admits {
    Whom value();

    /** Ever fewer. */
    enum Whom {
        /** Nobody is asked who he is. */
        EVERYBODY,
        /** Whoever shows something is asked who he is: the answer depends on it. */
        EVERYBODY_BY_NAME,
        /** Keys and people. */
        KNOWN,
        /** Of the whole service. */
        ADMINISTRATORS
    }
}
