package dev.parlance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The architecture rules for a root package: the real one, or that of deliberately bad classes. */
record Rules(String root) {
    private static final List<String> EVERYWHERE = List.of("java..", "org.jspecify.annotations..");
    private static final String ICU = "com.ibm.icu..";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final List<String> EDGE = List.of("jakarta.ws.rs..", "jakarta.enterprise..", "org.eclipse.microprofile.openapi..",
            "org.jboss.resteasy.reactive..", "org.jboss.logging..", "io.smallrye.common.annotation..", "io.vertx..", "jakarta.annotation.security..", "io.quarkus.security..", "io.quarkus.runtime..", "org.eclipse.microprofile.config..", "com.github.benmanes.caffeine..", "io.smallrye.mutiny..", "io.micrometer.core..", JACKSON);
    private static final List<String> DATABASE = List.of("jakarta.persistence..", "jakarta.enterprise..", "javax.sql..",
            "io.quarkus.hibernate.orm.panache..", "io.quarkus.panache.common..", "io.quarkus.narayana.jta..", "org.hibernate..",
            "org.eclipse.microprofile.health..", "io.smallrye.health.api..", "org.eclipse.microprofile.config..", "org.jboss.logging..",
            "org.postgresql..", "org.flywaydb.core.api..", "io.quarkus.flyway..", JACKSON);

    /** The allowed imports of each package: first our own packages, then foreign ones beyond the JDK. */
    private static final Map<String, Row> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("problems", new Row(List.of(), List.of()));
        TABLE.put("locales", new Row(List.of("problems"), List.of(ICU)));
        TABLE.put("rendering", new Row(List.of("problems", "locales"), List.of(ICU)));
        TABLE.put("checks", new Row(List.of("problems", "locales", "rendering"), List.of(ICU)));
        TABLE.put("formats", new Row(List.of("problems", "locales", "rendering"), List.of(JACKSON, "de.siegmar.fastcsv..")));
        TABLE.put("catalog", new Row(List.of("problems", "locales", "rendering", "checks"), List.of("jakarta.persistence..")));
        TABLE.put("publishing", new Row(List.of("problems", "locales", "rendering", "formats", "catalog"),
                List.of("jakarta.persistence..", JACKSON, ICU, "com.aayushatharva.brotli4j..", "com.github.luben.zstd..")));
        TABLE.put("exchange", new Row(List.of("problems", "locales", "rendering", "formats", "catalog", "publishing"), List.of()));
        TABLE.put("rest", new Row(List.of("problems", "locales", "rendering", "checks", "formats", "catalog", "publishing", "exchange", "security"), EDGE));
        TABLE.put("security", new Row(List.of("problems", "locales", "catalog"), List.of("jakarta.enterprise..", "jakarta.persistence..",
                "io.quarkus.security..", "io.quarkus.oidc..", "io.quarkus.vertx.http.runtime.security..", "io.smallrye.mutiny..", "io.vertx..",
                "org.eclipse.microprofile.config..", "org.jboss.logging..", "javax.crypto..", "at.favre.lib.crypto.bcrypt..", "com.github.benmanes.caffeine..", JACKSON)));
        TABLE.put("machine", new Row(List.of("problems", "locales", "rendering", "catalog"), List.of(JACKSON, ICU)));
        TABLE.put("storage", new Row(List.of("problems", "locales", "rendering", "checks", "catalog", "publishing", "security"), DATABASE));
    }

    private record Row(List<String> ours, List<String> foreign) {
    }

    Stream<ArchRule> all() {
        return Stream.concat(TABLE.keySet().stream().map(this::imports), Stream.of(everyClassHasARow(), noCycles(), restOnly(),
                panacheOnly(), noDefaults(), noFieldInjection(), noEmptyNames()));
    }

    ArchRule imports(String room) {
        var allowed = new ArrayList<>(EVERYWHERE);
        allowed.add(root + "." + room + "..");
        TABLE.get(room).ours().forEach(it -> allowed.add(root + "." + it + ".."));
        allowed.addAll(TABLE.get(room).foreign());
        return classes().that().resideInAPackage(root + "." + room + "..")
                .should().onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                        .or(describe("arrays of basic types", it -> it.isPrimitive() || it.getBaseComponentType().isPrimitive()))
                        .or(describe("arrays of allowed types", it -> it.isArray()
                                && resideInAnyPackage(allowed.toArray(String[]::new)).test(it.getBaseComponentType()))))
                .as(room + " imports only what its row allows").allowEmptyShould(true);
    }

    ArchRule everyClassHasARow() {
        var rooms = Stream.concat(Stream.of(root), TABLE.keySet().stream().map(it -> root + "." + it + "..")).toArray(String[]::new);
        return classes().should().resideInAnyPackage(rooms).as("every class belongs to a row of the table");
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    ArchRule restOnly() {
        return noClasses().that().resideOutsideOfPackage(root + ".rest..").should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..").as("Jakarta REST only at the edge");
    }

    ArchRule panacheOnly() {
        return noClasses().that().resideOutsideOfPackage(root + ".storage..").should().dependOnClassesThat()
                .resideInAnyPackage("io.quarkus.hibernate.orm.panache..", "org.hibernate..").as("Panache only in storage");
    }

    ArchRule noDefaults() {
        return noClasses().should().accessTargetWhere(machineDefault()).as("no locale, zone or charset of the machine");
    }

    ArchRule noFieldInjection() {
        return noFields().should().beAnnotatedWith(Inject.class).as("constructors receive everything");
    }

    ArchRule noEmptyNames() {
        return noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Service|(?<!Problem)Mapper)(\\$.*)?")
                .as("no class is called after a stereotype");
    }

    private static DescribedPredicate<JavaAccess<?>> machineDefault() {
        return describe("a default of the machine", it -> {
            var owner = it.getTargetOwner();
            var name = it.getTarget().getName();
            int parameters = it.getTarget() instanceof CodeUnitCallTarget call
                    ? call.getRawParameterTypes().size() : -1;
            return is(owner, java.util.Locale.class) && name.equals("getDefault")
                    || is(owner, java.time.ZoneId.class) && name.equals("systemDefault")
                    || owner.getSimpleName().equals("ULocale") && name.equals("getDefault")
                    || owner.getSimpleName().equals("TimeZone") && name.equals("getDefault")
                    || is(owner, String.class) && parameters == 0 && Set.of("toLowerCase", "toUpperCase", "getBytes").contains(name)
                    || is(owner, String.class) && name.equals("<init>") && bytesOnly(it)
                    || is(owner, String.class) && Set.of("format", "formatted").contains(name) && !localeFirst(it);
        });
    }

    private static boolean bytesOnly(JavaAccess<?> access) {
        var types = types(access);
        return types.contains("byte[]") && types.stream().noneMatch(it -> it.contains("Charset") || it.equals("java.lang.String"));
    }

    private static boolean localeFirst(JavaAccess<?> access) {
        return !types(access).isEmpty() && types(access).get(0).equals("java.util.Locale");
    }

    private static List<String> types(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitCallTarget call
                ? call.getRawParameterTypes().stream().map(JavaClass::getName)
                        .map(it -> it.equals("[B") ? "byte[]" : it).toList()
                : List.of();
    }

    private static boolean is(JavaClass owner, Class<?> type) {
        return owner.getName().equals(type.getName());
    }
}
