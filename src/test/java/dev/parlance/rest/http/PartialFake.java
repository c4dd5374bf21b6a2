package dev.parlance.rest.http;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Fakes of wide Jakarta REST and Vert.x interfaces, with only the methods that a test needs. */
public final class PartialFake {

    private PartialFake() {
    }

    /**
     * Returns a fake of an interface.
     *
     * @param methods implementations by method name; all other methods throw {@link UnsupportedOperationException}
     */
    public static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            var implementation = methods.get(method.getName());
            if (implementation == null) {
                throw new UnsupportedOperationException(method.toString());
            }
            return implementation.apply(arguments);
        }));
    }
}
