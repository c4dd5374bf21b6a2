package dev.parlance.catalog;

/** Finds the person an actor acts for. The two-person rule compares these persons. */
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
