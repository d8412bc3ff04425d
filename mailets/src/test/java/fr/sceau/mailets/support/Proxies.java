package fr.sceau.mailets.support;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stand-ins for James' wide interfaces. */
public final class Proxies {
    private Proxies() {}

    /** Answers a call by the name of its method. */
    public interface Answer {
        @Nullable
        Object of(String method) throws Exception;
    }

    @SuppressWarnings("unchecked")
    public static <T> T answering(Class<T> type, Answer answer) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    case "toString" -> "stand-in for " + type.getSimpleName();
                    default -> answer.of(method.getName());
                });
    }
}
