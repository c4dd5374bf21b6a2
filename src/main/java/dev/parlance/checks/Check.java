package dev.parlance.checks;

import java.util.List;

/** One kind of fault that a text can have. Stateless; it never throws, whatever was typed. */
public interface Check {

    /** As written on the wire and in settings: {@code end-punctuation}. */
    String name();

    /** In any order. The same thing may be said twice, it is reported once. */
    List<Finding> inspect(CheckInput input);
}
