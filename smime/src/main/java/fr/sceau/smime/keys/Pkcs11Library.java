package fr.sceau.smime.keys;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The few calls that SunPKCS11 does not offer: which slot holds a token, and a new start of the library, without which
 * some never see a token that was away. They belong to the JDK's own wrapper, so that the library is started once; the
 * launcher opens that package.
 */
final class Pkcs11Library {
    private static final String WRAPPER = "sun.security.pkcs11.wrapper.";
    private static final long OS_LOCKING_OK = 2; // PKCS #11 v2.40, CKF_OS_LOCKING_OK: several threads

    private final Object wrapper;
    private final Object start;

    private Pkcs11Library(Object wrapper, Object start) {
        this.wrapper = wrapper;
        this.start = start;
    }

    /** Starts the library, the first time. */
    static Pkcs11Library load(Path library) throws ReflectiveOperationException {
        Class<?> arguments = Class.forName(WRAPPER + "CK_C_INITIALIZE_ARGS");
        Object start = arguments.getConstructor().newInstance();
        arguments.getField("flags").setLong(start, OS_LOCKING_OK);
        Object wrapper = method("getInstance", String.class, String.class, arguments, boolean.class)
                .invoke(null, library.toString(), "C_GetFunctionList", start, false);
        return new Pkcs11Library(wrapper, start);
    }

    /** Everything that was obtained through the library before is void. */
    void restart() throws ReflectiveOperationException {
        try {
            method("C_Finalize", Object.class).invoke(wrapper, (Object) null);
        } catch (InvocationTargetException alreadyEnded) {
            // It fails again below if it cannot be started.
        }
        method("C_Initialize", Object.class).invoke(wrapper, start);
    }

    OptionalLong slot(String label) throws ReflectiveOperationException {
        long[] slots = (long[]) method("C_GetSlotList", boolean.class).invoke(wrapper, true);
        for (long slot : slots) {
            if (holds(slot, label)) {
                return OptionalLong.of(slot);
            }
        }
        return OptionalLong.empty();
    }

    /** Whether the token answers from that slot now. */
    boolean holds(long slot, String label) throws ReflectiveOperationException {
        try {
            Object token = method("C_GetTokenInfo", long.class).invoke(wrapper, slot);
            char[] padded = (char[]) token.getClass().getField("label").get(token);
            return new String(padded).strip().equals(label);
        } catch (InvocationTargetException away) {
            return false;
        }
    }

    private static Method method(String name, Class<?>... parameters) throws ReflectiveOperationException {
        Method method = Class.forName(WRAPPER + "PKCS11").getDeclaredMethod(name, parameters);
        if (!method.trySetAccessible()) {
            throw new IllegalStateException(
                    "Java was started without --add-opens jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED");
        }
        return method;
    }
}
