package dev.parlance.rest.http;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Fakes of the wide interfaces of Jakarta REST and Vert.x, which have only the methods that a test needs. */
public final class PartialFake {

    private PartialFake() {
    }

    /**
     * Returns an object of this type.
     *
     * @param methods by name, from the arguments to the result; any other method throws {@link UnsupportedOperationException}
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
