package dev.parlance.checks;

import java.util.List;

/**
 * A check for one kind of defect in a text.
 *
 * <p>Implementations are stateless. They accept any text and never throw.
 */
public interface Check {

    /** Returns the name used in the API and in settings: {@code end-punctuation}. */
    String name();

    /** Returns the findings in any order; {@link Checks} sorts them and removes duplicates. */
    List<Finding> inspect(CheckInput input);
}
