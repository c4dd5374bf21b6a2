package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;

class UnknownParameterFilterTest {
    private static final Map<String, Boolean> DECLARED = Map.of("locale", false, "arg", true);

    interface Resource {
        void read(@RestPath String catalog, @RestQuery String locale, @RestQuery List<String> arg);
    }

    @Test
    void acceptsDeclaredParameters() {
        assertThatCode(() -> reject(Map.of("locale", List.of("ar"), "arg", List.of("1", "", "日本"))).run()).doesNotThrowAnyException();
        assertThatCode(() -> reject(Map.of()).run()).doesNotThrowAnyException();
    }

    @Test
    void acceptsNamedArgumentsWhereArgumentsAreDeclared() {
        var query = Map.of("arg.żółć", List.of(""));
        assertThatCode(() -> reject(query).run()).doesNotThrowAnyException();
        assertThatThrownBy(() -> UnknownParameterFilter.rejectUnknown(query, new TreeMap<>(Map.of("locale", false))))
                .hasMessage("unknown-parameter {parameter=arg.żółć, known=locale}");
    }

    @Test
    void rejectsUnknownParameters() {
        assertThatThrownBy(() ->
                reject(Map.of("lokale", List.of("ar"))).run()).hasMessage("unknown-parameter {parameter=lokale, known=arg, locale}");
        assertThatThrownBy(() -> reject(Map.of("Locale", List.of("ar"))).run()).hasMessageStartingWith("unknown-parameter");
        assertThatThrownBy(() -> reject(Map.of("", List.of(""))).run()).hasMessageStartingWith("unknown-parameter");
        assertThatThrownBy(() -> UnknownParameterFilter.rejectUnknown(Map.of("a", List.of("b")), new TreeMap<>()))
                .hasMessage("unknown-parameter {parameter=a, known=none}");
    }

    @Test
    void rejectsRepeatedAndEmptyValues() {
        assertThatThrownBy(() -> reject(Map.of("locale", List.of("ar", "ar"))).run()).hasMessage("repeated-parameter {parameter=locale}");
        assertThatThrownBy(() ->
                reject(Map.of("locale", List.of(""))).run()).hasMessage("missing-parameter {parameter=locale}");
    }

    @Test
    void readsDeclarationFromMethod() throws NoSuchMethodException {
        var method = Resource.class.getDeclaredMethod("read", String.class, String.class, List.class);
        assertThat(UnknownParameterFilter.declaredBy(method)).isEqualTo(DECLARED);
    }

    private static Runnable reject(Map<String, List<String>> query) {
        return () -> UnknownParameterFilter.rejectUnknown(query, new TreeMap<>(DECLARED));
    }
}
