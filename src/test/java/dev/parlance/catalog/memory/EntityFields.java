package dev.parlance.catalog.memory;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogLocale;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Creates and copies entities as Hibernate does: by their fields, because they have no setters. */
final class EntityFields {

    private EntityFields() {
    }

    static <E> E create(Class<E> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Field values are immutable, except for the locales of a catalog. */
    @SuppressWarnings("unchecked")
    static <E> E copy(E entity) {
        var copy = (E) create(entity.getClass());
        Arrays.stream(entity.getClass().getDeclaredFields()).filter(it -> !Modifier.isStatic(it.getModifiers()))
                .forEach(it -> set(copy, it.getName(), get(entity, it.getName())));
        if (entity instanceof Catalog) {
            var locales = (Set<CatalogLocale>) get(entity, "locales");
            set(copy, "locales", locales.stream().map(EntityFields::copy).collect(Collectors.toSet()));
        }
        return copy;
    }

    static Object get(Object entity, String name) {
        try {
            return field(entity, name).get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static void set(Object entity, String name, @Nullable Object value) {
        try {
            field(entity, name).set(entity, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Object entity, String name) {
        try {
            var field = entity.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
