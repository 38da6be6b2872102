package io.turnkey.benchmarks.paired;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * Copies of a class that holds a measuring loop, one for each contender: the compiler keeps what it learns of a loop for each class, so that a call in it has one target, as it has in an application.
 */
public final class Copies {
    private Copies() {}

    /** A new copy of {@code loop}, made by its only constructor. */
    public static Work of(Lookup lookup, Class<? extends Work> loop, Object... arguments) throws Exception {
        Lookup copy = lookup.defineHiddenClass(bytes(loop), true);
        Class<?>[] parameters = copy.lookupClass().getDeclaredConstructors()[0].getParameterTypes();
        try {
            return (Work) copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class, parameters))
                    .invokeWithArguments(arguments);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Class<?> loop) throws IOException {
        String file = loop.getName().substring(loop.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = loop.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("No " + file);
            }
            return in.readAllBytes();
        }
    }
}
