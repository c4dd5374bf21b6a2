package dev.parlance.checks.placeholders;

import dev.parlance.checks.Check;
import dev.parlance.checks.CheckTestBase;
import java.util.List;
import java.util.Set;

public class DroppedPluralsTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new DroppedPlurals();
    }

    /** Japanese nouns have no plural. */
    @Override
    protected List<Set<String>> languages() {
        return List.of(Set.of("ar"), Set.of("hi"), Set.of("ru"), Set.of("de"));
    }

    @Override
    protected String table() {
        return """
                pl | {n, plural, one{# minute} other{# minutes}} | {n, plural, one{# minuta} few{# minuty} many{# minut} other{# minuty}} |
                ja | {n, plural, one{# minute} other{# minutes}} | {n}分 |
                tr | {n, plural, one{# minute} other{# minutes}} | {n} dakika |
                de | {n, plural, one{# minute} other{# minutes}} | Minuten: {n} |
                ar | {n, plural, one{# minute} other{# minutes}} | الدقائق: {n} |
                ru | {n, plural, one{# minute} other{# minutes}} | Минуты ({n}) |
                fr | {n} minutes | {n} minutes |
                hi | {n, plural, one{# file} other{# files}} | फ़ाइलें: {n} |
                hi | {n, selectordinal, one{#st day} other{#th day}} | {n} दिन |
                pl | {n, plural, one{# minute} other{# minutes}} | {n} minut | plural-dropped
                ru | {n, plural, one{# minute} other{# minutes}} | Осталось {n} минут. | plural-dropped
                ar | {n, plural, one{# minute} other{# minutes}} | {n} دقيقة | plural-dropped
                de | {n, plural, one{# file} other{# files}} of {m} | {n} Dateien von {m} | plural-dropped
                hi | {n, plural, one{# file} other{# files}} | {n} फ़ाइलें | plural-dropped
                ja | {n, plural, one{# file} other{# files}} | {n, plural, other{#}}個 |
                """;
    }
}
