package dev.parlance.codegen;

import dev.parlance.codegen.Identifiers.Style;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names in generated code that the user may choose.
 *
 * @param type        the name of the generated type, and the prefix of the schemas in OpenAPI; TypeScript does not use it
 * @param packageName the package, for Java and Kotlin
 */
public record GeneratedNames(String type, Optional<String> packageName) {
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]{0,99}");
    private static final Pattern PACKAGE_PART = Pattern.compile("[a-z][a-z0-9_]{0,99}");
    /** Types that generated code declares or uses. */
    private static final Set<String> USED = Set.of("Keys", "Codes", "Reasons", "Key", "Code", "Reason", "TextSource", "DateTime",
            "CurrencyAmount", "ArgumentValue", "String", "Number", "Object", "Map", "Pair", "Any", "Decimal", "Date", "Int", "Equatable",
            "CaseIterable", "FunctionalInterface", "Self", "Type", "Protocol");

    /** Creates names that the user chose. */
    public static GeneratedNames of(String type, Optional<String> packageName) {
        if (!TYPE.matcher(type).matches() || USED.contains(type)) {
            throw new IllegalArgumentException("The name " + type + " cannot be the name of a type");
        }
        packageName.ifPresent(GeneratedNames::requirePackage);
        return new GeneratedNames(type, packageName);
    }

    /** Creates names from the name of the catalog. */
    public static GeneratedNames ofCatalog(String catalog, Optional<String> packageName) {
        var words = new Identifiers(Style.UPPER_CAMEL, "Catalog", Set.of()).identifier(catalog).replace("_", "");
        return of(words + "Messages", packageName);
    }

    private static void requirePackage(String name) {
        boolean valid = Arrays.stream(name.split("\\.", -1)).allMatch(it -> PACKAGE_PART.matcher(it).matches()
                && !ReservedWords.PACKAGES.contains(it));
        if (!valid) {
            throw new IllegalArgumentException("The name " + name + " cannot be the name of a package");
        }
    }
}
