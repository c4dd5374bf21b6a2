package dev.parlance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the architecture rules. A new package needs a row in {@link Rules} first. */
class ArchitectureTest {
    private static final String ROOT = "dev.parlance";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);
    private static final Rules RULES = new Rules(ROOT);

    private static final String BAD = "dev.parlance.architecture.bad";
    private static final JavaClasses BAD_HOUSE = new ClassFileImporter().importPackages(BAD);
    private static final Rules BAD_RULES = new Rules(BAD);

    private static final Path MAIN = Path.of("src/main/java");
    private static final int LONGEST_FILE = 250;
    private static final int LONGEST_PARSER = 400;
    private static final int MOST_FILES = 30;
    private static final Pattern NOISE = Pattern.compile("@author|\\bTODO\\b|\\bFIXME\\b|\\* @(param|return|throws)\\s+\\S*\\s*$",
            Pattern.MULTILINE);

    @ParameterizedTest
    @MethodSource("rules")
    void enforcesRules(ArchRule rule) {
        rule.check(HOUSE);
    }

    static Stream<ArchRule> rules() {
        return RULES.all();
    }

    /** A rule that cannot fail protects nothing. */
    @ParameterizedTest
    @MethodSource("rulesThatMustFail")
    void detectsViolations(ArchRule rule) {
        assertThat(rule.evaluate(BAD_HOUSE).hasViolation()).as(rule.getDescription()).isTrue();
    }

    static Stream<ArchRule> rulesThatMustFail() {
        return Stream.of(BAD_RULES.imports("locales"), BAD_RULES.imports("rendering"), BAD_RULES.imports("publishing.release"),
                BAD_RULES.noTransactionsAtTheEdge(), BAD_RULES.everyClassHasARow(),
                BAD_RULES.noCycles(), BAD_RULES.restOnly(), BAD_RULES.panacheOnly(), BAD_RULES.noDefaults(),
                BAD_RULES.noFieldInjection(), BAD_RULES.noEmptyNames());
    }

    @Test
    void findsEveryMachineDefault() {
        var found = BAD_RULES.noDefaults().evaluate(BAD_HOUSE).getFailureReport().getDetails();
        assertThat(found).hasSize(9);
    }

    @Test
    void limitsFileLength() {
        assertThat(sources()).allMatch(it -> lines(it) <= (it.toString().contains("rendering") ? LONGEST_PARSER : LONGEST_FILE));
    }

    @Test
    void rejectsCommentNoise() {
        assertThat(sources()).noneMatch(it -> NOISE.matcher(text(it)).find());
        assertThat(NOISE.matcher(" * @param name\n").find()).isTrue();
    }

    @Test
    void limitsFilesPerPackage() {
        var sizes = sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(sizes).allSatisfy((folder, files) -> assertThat(files).as(folder.toString()).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void documentsAndNullMarksEveryPackage() {
        var packages = sources().stream().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).allMatch(it -> Files.exists(it.resolve("package-info.java"))
                && text(it.resolve("package-info.java")).contains("@NullMarked"));
    }

    @Test
    void listsEveryResource() {
        var listed = HOUSE.get(ROOT + ".rest.Resources").getDirectDependenciesFromSelf().stream()
                .map(it -> it.getTargetClass().getSimpleName()).filter(it -> it.endsWith("Resource")).collect(Collectors.toSet());
        Set<String> annotated = HOUSE.stream().filter(it -> it.isAnnotatedWith("jakarta.ws.rs.Path"))
                .map(it -> it.getSimpleName()).collect(Collectors.toSet());
        assertThat(listed).isEqualTo(annotated);
    }

    private static List<Path> sources() {
        try (var files = Files.walk(MAIN)) {
            return files.filter(it -> it.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
