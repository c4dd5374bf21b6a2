package dev.parlance.rendering;

import dev.parlance.rendering.compiled.SmallNumberTables;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The measured texts in each measured language, with eight sets of arguments that are used in turn. */
public enum BenchmarkText {
    PLAIN(Map.of(
            "en", "Your changes have been saved.",
            "ru", "Ваши изменения сохранены.",
            "ar", "تم حفظ التغييرات."), Map.of()),

    STRINGS(Map.of(
            "en", "User {user} has no access to {place}.",
            "ru", "У пользователя {user} нет доступа к {place}.",
            "ar", "لا يملك المستخدم {user} حق الوصول إلى {place}."),
            Map.of("user", List.of("anna", "bob", "Иван", "dave", "سارة", "frank", "grace", "heidi"),
                    "place", List.of("reports", "billing", "stock", "архив", "users", "تقارير", "settings", "logs"))),

    /** The last number is outside of {@link SmallNumberTables}. */
    PLURAL(Map.of(
            "en", "{n, plural, one {# file} other {# files}} deleted.",
            "ru", "Удалено {n, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}.",
            "ar", "تم حذف {n, plural, zero {# ملف} one {# ملف} two {# ملفين} few {# ملفات} many {# ملفًا} other {# ملف}}."),
            Map.of("n", Stream.of(1, 2, 3, 5, 11, 21, 100, 1234).map(Long::valueOf).toList())),

    SELECT(Map.of(
            "en", "{who, select, female {She has replied} male {He has replied} other {They have replied}}.",
            "ru", "{who, select, female {Она ответила} male {Он ответил} other {Они ответили}}.",
            "ar", "{who, select, female {لقد ردت} male {لقد رد} other {لقد ردوا}}."),
            Map.of("who", List.of("female", "male", "other", "unknown", "male", "female", "male", "other"))),

    /** Integers and decimals, with the types of parsed JSON numbers. */
    NUMBER(Map.of(
            "en", "The average is {d, number, ::.00} points.",
            "ru", "Среднее значение: {d, number, ::.00}.",
            "ar", "المتوسط هو {d, number, ::.00} نقطة."),
            Map.of("d", List.of(new BigDecimal("3.14159"), 7L, new BigDecimal("1234.5"), 250L, new BigDecimal("0.995"),
                    new BigDecimal("-12.25"), 1_000_000L, new BigDecimal("99.99")))),

    DATE(Map.of(
            "en", "Valid until {d, date, long}.",
            "ru", "Действительно до {d, date, long}.",
            "ar", "صالح حتى {d, date, long}."),
            Map.of("d", IntStream.range(0, 8)
                    .mapToObj(i -> Instant.parse("2026-02-28T10:00:00Z").toEpochMilli() + i * 40 * 86_400_000L).toList()));

    /** A power of two, so that selecting the next set costs only a bit mask. */
    static final int SETS = 8;

    private final Map<String, String> patterns;
    private final Map<String, ? extends List<?>> values;

    BenchmarkText(Map<String, String> patterns, Map<String, ? extends List<?>> values) {
        this.patterns = patterns;
        this.values = values;
    }

    String pattern(String language) {
        return patterns.get(language);
    }

    List<Map<String, Object>> arguments() {
        return IntStream.range(0, SETS).mapToObj(this::set).toList();
    }

    private Map<String, Object> set(int i) {
        var set = new HashMap<String, Object>();
        values.forEach((name, all) -> set.put(name, all.get(i)));
        return set;
    }
}
