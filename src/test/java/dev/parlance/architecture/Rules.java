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
import dev.parlance.catalog.Transactions;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final String XML = "javax.xml.stream..";
    private static final String CDI = "jakarta.inject..";
    private static final String JPA = "jakarta.persistence..";
    private static final List<String> EDGE = List.of("jakarta.ws.rs..", "jakarta.enterprise..", CDI, "jakarta.annotation..",
            "org.eclipse.microprofile.openapi..", "org.eclipse.microprofile.config..", "org.jboss.resteasy.reactive..",
            "org.jboss.logging..",
            "io.smallrye.common.annotation..", "io.smallrye.mutiny..", "io.vertx..", "io.quarkus.arc..", "io.quarkus.security..",
            "io.quarkus.runtime..", "io.micrometer.core..", "com.github.benmanes.caffeine..", JACKSON);
    private static final List<String> DATABASE = List.of(JPA, "jakarta.enterprise..", "javax.sql..", "io.quarkus.hibernate.orm.panache..",
            "io.quarkus.panache.common..", "io.quarkus.narayana.jta..", "io.quarkus.flyway..", "org.hibernate..", "org.postgresql..",
            "org.flywaydb.core.api..", "org.eclipse.microprofile.health..", "org.eclipse.microprofile.config..", "io.smallrye.health.api..",
            "org.jboss.logging..", JACKSON);

    private static final String LANGUAGE = "problems limits locales rendering rendering.compiled rendering.syntax";
    private static final String TOOLS = LANGUAGE + " formats formats.dialect formats.reading formats.writing";
    private static final String CATALOG = "catalog catalog.history catalog.glossary catalog.editing catalog.jobs catalog.suggestions "
            + "catalog.comments catalog.presence catalog.activity catalog.events";
    private static final String PUBLISHING = "publishing.blob publishing.release publishing.memory publishing.delivery publishing.files "
            + "publishing.seed";
    private static final String SECURITY = "security security.accounts security.authentication";
    private static final String BELOW_REST = LANGUAGE + " errorbody usage webhooks audit checks checks.text formats formats.dialect formats.table "
            + "exchange exchange.imports exchange.exports "
            + CATALOG + " " + PUBLISHING + " "
            + SECURITY;
    private static final String REST_SHARED = " rest.problem rest.input rest.table rest.http rest.access rest.events";

    /** Each package with those of ours that it may import, then foreign packages beyond Java's. */
    private static final Map<String, Row> TABLE = new LinkedHashMap<>();

    static {
        row("problems", "");
        row("filesystem", "");
        row("audit", "", CDI, "org.jboss.logging..");
        row("embedded", "filesystem", "org.jboss.logging..", "org.postgresql..", "javax.sql..", "javax.net..", "org.apache.commons.compress..",
                "org.tukaani.xz..");
        row("limits", "", CDI);
        row("errorbody", "", JACKSON);
        row("locales", "problems", ICU);
        row("rendering.syntax", "");
        row("rendering.compiled", "problems rendering.syntax", ICU);
        row("rendering", "problems locales rendering.syntax rendering.compiled", ICU);
        row("recognition", LANGUAGE, ICU);
        row("checks.text", LANGUAGE, ICU);
        row("checks", LANGUAGE + " checks.text", ICU);
        row("drift", LANGUAGE + " checks checks.text", ICU);
        row("checks.placeholders", LANGUAGE + " checks.text checks", ICU);
        row("checks.markup", LANGUAGE + " checks.text checks");
        row("formats", LANGUAGE, JACKSON);
        row("formats.dialect", LANGUAGE + " formats", ICU);
        row("formats.tree", LANGUAGE + " formats formats.reading", JACKSON);
        for (var format : List.of("arb", "formatjs", "goi18n", "i18next", "json", "printf", "properties", "webextension")) {
            row("formats." + format, LANGUAGE + " formats formats.dialect formats.tree formats.reading", JACKSON);
        }
        row("formats.reading", LANGUAGE + " formats", XML);
        row("formats.writing", LANGUAGE + " formats");
        row("formats.android", TOOLS);
        row("formats.po", TOOLS, ICU);
        row("formats.xliff12", TOOLS);
        row("formats.xliff", TOOLS, "net.sf.okapi.lib.xliff2..");
        row("formats.apple", TOOLS, JACKSON, ICU);
        row("formats.table", LANGUAGE + " formats", ICU);
        row("formats.table.text", LANGUAGE + " formats formats.table");
        row("formats.table.html", LANGUAGE + " formats formats.table", "org.jsoup..");
        row("formats.table.markdown", LANGUAGE + " formats formats.table", "org.commonmark..");
        row("formats.table.codemap", LANGUAGE + " formats formats.table formats.yaml", JACKSON);
        row("formats.spreadsheet", LANGUAGE + " formats formats.table", "de.siegmar.fastcsv..", "org.dhatim.fastexcel..",
                "org.apache.commons.compress..", "javax.xml.stream..");
        row("formats.yaml", LANGUAGE + " formats formats.dialect", ICU, "org.snakeyaml.engine..");
        row("formats.folder", LANGUAGE + " formats", JACKSON, "de.siegmar.fastcsv..");
        row("catalog", LANGUAGE + " errorbody", JPA, CDI);
        row("catalog.history", "problems locales catalog", JPA, CDI);
        row("catalog.events", "locales catalog");
        row("catalog.glossary", "problems locales checks.text catalog catalog.history", JPA, CDI);
        row("catalog.editing", LANGUAGE + " checks checks.text catalog catalog.history catalog.glossary catalog.events", CDI);
        row("catalog.jobs", LANGUAGE + " catalog catalog.history catalog.editing", JPA, CDI);
        row("catalog.suggestions", "problems locales catalog catalog.editing", CDI);
        row("catalog.comments", "problems limits locales catalog catalog.events", CDI);
        row("catalog.presence", "problems limits locales catalog", CDI);
        row("catalog.activity", "catalog catalog.history catalog.comments catalog.presence", CDI);
        row("publishing.blob", "", "com.aayushatharva.brotli4j..", "com.github.luben.zstd..");
        row("publishing.release", LANGUAGE + " errorbody catalog catalog.editing catalog.events publishing.blob", JPA, CDI, JACKSON);
        row("publishing.memory", LANGUAGE + " catalog publishing.blob publishing.release", CDI, JACKSON, ICU);
        row("publishing.delivery", LANGUAGE + " errorbody catalog formats publishing.blob publishing.release publishing.memory", CDI);
        row("publishing.recognition", LANGUAGE + " recognition catalog publishing.memory publishing.delivery", CDI);
        row("publishing.seed", "problems locales catalog publishing.blob publishing.release publishing.memory publishing.delivery", CDI,
                JACKSON);
        row("publishing.files", LANGUAGE + " filesystem catalog publishing.blob publishing.release publishing.memory publishing.delivery");
        row("exchange", LANGUAGE + " formats formats.dialect formats.folder formats.table " + CATALOG + " " + PUBLISHING, CDI);
        row("exchange.exports", LANGUAGE + " formats formats.folder catalog exchange.imports", CDI);
        row("exchange.imports", LANGUAGE + " checks formats formats.dialect formats.folder formats.i18next formats.table " + CATALOG
                + " publishing.blob", CDI);
        row("usage", "problems limits locales catalog", CDI);
        row("webhooks", "problems limits catalog catalog.events", CDI, JACKSON, "javax.crypto..");
        row("webhooks.sending", "webhooks", "io.vertx..", "io.netty.channel..", "javax.net.ssl..");
        row("machine", LANGUAGE + " catalog catalog.suggestions", JACKSON, ICU);
        row("security", "problems limits locales filesystem catalog catalog.history", CDI, JACKSON, "org.jboss.logging..");
        row("security.accounts", "problems limits locales catalog security", CDI, JPA, "at.favre.lib.crypto.bcrypt..",
                "com.nulabinc.zxcvbn..");
        row("security.authentication", "problems limits catalog security security.accounts", CDI, "jakarta.enterprise..", "javax.crypto..",
                "io.quarkus.security..", "io.quarkus.oidc..", "io.quarkus.vertx.http.runtime.security..", "io.smallrye.mutiny..",
                "io.vertx..",
                "org.eclipse.microprofile.config..", "org.jboss.logging..", "com.github.benmanes.caffeine..");
        row("rest.metrics", BELOW_REST, EDGE);
        row("rest.problem", BELOW_REST + " rest.metrics", EDGE);
        row("rest.input", BELOW_REST + " rest.problem", EDGE);
        row("rest.table", "problems formats formats.spreadsheet rest.input",
                Stream.concat(EDGE.stream(), Stream.of(ICU, "de.siegmar.fastcsv..")).toList());
        row("rest.connection", "problems limits rest.problem rest.http",
                Stream.concat(EDGE.stream(), Stream.of("io.netty..", "io.quarkus.vertx.http.."))
                .toList());
        row("rest.http", BELOW_REST + " rest.problem rest.input rest.table",
                Stream.concat(EDGE.stream(), Stream.of("io.netty.buffer..", "io.netty.channel..")).toList());
        row("rest.logs", "rest.http", EDGE);
        row("rest.access", BELOW_REST + " rest.problem rest.input rest.http rest.logs", EDGE);
        row("rest.events", BELOW_REST + " rest.problem rest.input rest.http rest.access", EDGE);
        row("rest.limits", BELOW_REST + REST_SHARED, EDGE);
        row("rest.derivation", BELOW_REST + REST_SHARED, EDGE);
        row("rest.usage", BELOW_REST + REST_SHARED, EDGE);
        row("rest.delivery", BELOW_REST + REST_SHARED + " rest.derivation rest.usage", EDGE);
        row("rest.recognition", BELOW_REST + REST_SHARED + " rest.metrics recognition publishing.recognition rest.delivery rest.usage",
                EDGE);
        row("rest.search", BELOW_REST + " drift" + REST_SHARED + " rest.derivation rest.delivery", EDGE);
        for (var audience : List.of("authoring", "administration", "exchange")) {
            row("rest." + audience, BELOW_REST + REST_SHARED, EDGE);
        }
        row("web.editor", "problems publishing.blob rest.http", EDGE);
        row("web.page", BELOW_REST + REST_SHARED, Stream.concat(EDGE.stream(), Stream.of("io.quarkus.qute..")).toList());
        row("web.docs", BELOW_REST + REST_SHARED + " web.page",
                Stream.concat(EDGE.stream(), Stream.of("io.quarkus.qute..", "org.commonmark..")).toList());
        row("web", BELOW_REST + " formats.spreadsheet" + REST_SHARED + " rest.delivery web.page web.docs", Stream.concat(EDGE.stream(),
                Stream.of("io.quarkus.qute..", "org.commonmark..", "de.siegmar.fastcsv..")).toList());
        row("rest", REST_SHARED + " web web.docs rest.delivery rest.usage rest.recognition rest.search rest.authoring rest.administration "
                + "rest.exchange", Stream.concat(EDGE.stream(), Stream.of("io.quarkus.jackson..")).toList());
        row("rest.openapi", BELOW_REST + REST_SHARED + " rest", EDGE);
        // Only in the profile "mcp". It uses the API over HTTP and not the packages behind it.
        row("mcp", "problems rest.http rest.problem", CDI, "jakarta.enterprise..", JACKSON, "io.quarkiverse.mcp.server..",
                "io.quarkus.vertx.http.runtime..", "io.smallrye.config..", "io.vertx..");
        row("cli.outcome", "");
        row("cli.project", LANGUAGE + " formats formats.dialect cli.outcome", "org.snakeyaml.engine..");
        row("cli.check", LANGUAGE + " checks checks.text formats formats.dialect formats.folder cli.project", JACKSON);
        row("cli.sync", LANGUAGE + " formats formats.dialect cli.outcome cli.project", JACKSON);
        row("cli.server", LANGUAGE + " formats formats.dialect cli.outcome cli.project", JACKSON);
        row("codegen", LANGUAGE, JACKSON);
        row("cli.generate", LANGUAGE + " formats formats.dialect formats.folder codegen cli.outcome cli.project cli.server", JACKSON);
        row("cli", LANGUAGE + " checks formats codegen cli.outcome cli.project cli.check cli.sync cli.server cli.generate", JACKSON,
                "picocli..");
        row("background", "problems audit limits locales usage webhooks " + CATALOG + " " + PUBLISHING + " " + SECURITY, "jakarta.enterprise..",
                "org.eclipse.microprofile.config..", "org.jboss.logging..");
        row("storage.activity", "problems locales " + CATALOG, DATABASE);
        row("storage.imports", LANGUAGE + " formats formats.table catalog exchange.imports", DATABASE);
        row("storage.seeds", "publishing.seed", DATABASE);
        row("storage.usage", "problems locales catalog usage", DATABASE);
        row("storage.webhooks", "catalog catalog.events webhooks",
                Stream.concat(DATABASE.stream(), Stream.of("jakarta.transaction..")).toList());
        row("storage.drafts", LANGUAGE + " catalog catalog.history catalog.editing", DATABASE);
        row("storage", LANGUAGE + " errorbody checks.text storage.drafts " + CATALOG + " " + PUBLISHING + " security security.accounts",
                DATABASE);
    }

    private static void row(String room, String ours, String... foreign) {
        row(room, ours, List.of(foreign));
    }

    private static void row(String room, String ours, List<String> foreign) {
        TABLE.put(room, new Row(Arrays.stream(ours.split(" ")).filter(it -> !it.isEmpty()).toList(), foreign));
    }

    private record Row(List<String> ours, List<String> foreign) {
    }

    Stream<ArchRule> all() {
        return Stream.concat(TABLE.keySet().stream().map(this::imports), Stream.of(everyClassHasARow(), noCycles(), restOnly(),
                panacheOnly(), noTransactionsAtTheEdge(), noDefaults(), noFieldInjection(), noEmptyNames()));
    }

    ArchRule imports(String room) {
        var allowed = new ArrayList<>(EVERYWHERE);
        allowed.add(root + "." + room);
        TABLE.get(room).ours().forEach(it -> allowed.add(root + "." + it));
        allowed.addAll(TABLE.get(room).foreign());
        return classes().that().resideInAPackage(root + "." + room)
                .should().onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                        .or(describe("arrays of basic types", it -> it.isPrimitive() || it.getBaseComponentType().isPrimitive()))
                        .or(describe("arrays of allowed types", it -> it.isArray()
                                && resideInAnyPackage(allowed.toArray(String[]::new)).test(it.getBaseComponentType()))))
                .as(room + " imports only what its row allows").allowEmptyShould(true);
    }

    ArchRule everyClassHasARow() {
        var rooms = Stream.concat(Stream.of(root), TABLE.keySet().stream().map(it -> root + "." + it)).toArray(String[]::new);
        return classes().should().resideInAnyPackage(rooms).as("every class belongs to a row of the table");
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    ArchRule restOnly() {
        return noClasses().that().resideOutsideOfPackages(root + ".rest..", root + ".web..").should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..").as("Jakarta REST only at the edge");
    }

    ArchRule panacheOnly() {
        return noClasses().that().resideOutsideOfPackage(root + ".storage..").should().dependOnClassesThat()
                .resideInAnyPackage("io.quarkus.hibernate.orm.panache..", "org.hibernate..").as("Panache only in storage");
    }

    /** Use cases open transactions; resources call use cases. */
    ArchRule noTransactionsAtTheEdge() {
        return noClasses().that().resideInAnyPackage(root + ".rest..", root + ".web..").should().dependOnClassesThat().haveFullyQualifiedName(Transactions.class.getName())
                .orShould().dependOnClassesThat().resideInAnyPackage("jakarta.transaction..", "io.quarkus.narayana.jta..")
                .as("no transaction is opened in rest and web");
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
