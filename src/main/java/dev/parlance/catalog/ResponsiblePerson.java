package dev.parlance.catalog;

/** The lookup of the person an actor acts for, which the two-person rule compares. */
public interface ResponsiblePerson {

    /**
     * Returns the name of the person that an actor acts for, or its own name if it acts for itself.
     *
     * <p>Requires a transaction.
     *
     * @param actor a name from the history, such as that of an account or an API key
     */
    String of(String actor);
}
