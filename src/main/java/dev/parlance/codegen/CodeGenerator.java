package dev.parlance.codegen;

import java.util.List;

/** Generates one file of source code. */
public interface CodeGenerator {
    /** All generators, in the order of the help. */
    List<CodeGenerator> ALL = List.of(new TypeScriptGenerator(), new JavaGenerator(), new KotlinGenerator(), new SwiftGenerator(),
            new OpenApiGenerator());

    /** Returns the name on the command line, such as {@code typescript}. */
    String label();

    /** Returns whether a file of the language has a package. */
    default boolean hasPackages() {
        return false;
    }

    /** Returns the content of the file, which ends with a line feed. */
    String generate(MessageSet messages, GeneratedNames names);
}
