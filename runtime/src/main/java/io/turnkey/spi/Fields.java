package io.turnkey.spi;

import io.turnkey.CacheException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;

/** Fields and constructors that generated code cannot see: it reads a field through a constant {@link VarHandle}, which costs no more than the field itself. */
public final class Fields {
    private Fields() {}

    /**
     * The handle of a field.
     *
     * @param lookup of the generated class
     * @throws CacheException if the field's module does not open its package to the generated class
     */
    public static VarHandle of(Lookup lookup, Class<?> owner, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, lookup).findVarHandle(owner, name, type);
        } catch (NoSuchFieldException e) {
            throw new CacheException(
                    owner.getName() + " has no field '" + name + "' of " + type + ": compile its entities again", e);
        } catch (IllegalAccessException e) {
            throw new CacheException(
                    "The field '" + name + "' of " + owner.getName() + " cannot be reached from "
                            + lookup.lookupClass().getName() + ": open its package to "
                            + lookup.lookupClass().getModule() + ", or give it a public getter",
                    e);
        }
    }

    /**
     * Makes objects of a class whose constructor without arguments, which JPA asks for, is not public.
     *
     * @param lookup of the generated class
     * @throws CacheException if the class has no such constructor, or its module does not open its package to the generated class
     */
    public static <T> Supplier<T> constructor(Lookup lookup, Class<T> type) {
        MethodHandle constructor;
        try {
            constructor = MethodHandles.privateLookupIn(type, lookup)
                    .findConstructor(type, MethodType.methodType(void.class));
        } catch (NoSuchMethodException e) {
            throw new CacheException(
                    type.getName() + " has no constructor without arguments: compile the entities that use it again",
                    e);
        } catch (IllegalAccessException e) {
            throw new CacheException(
                    "The constructor of " + type.getName() + " cannot be reached from "
                            + lookup.lookupClass().getName() + ": open its package to "
                            + lookup.lookupClass().getModule() + ", or make it public",
                    e);
        }
        return () -> make(type, constructor);
    }

    private static <T> T make(Class<T> type, MethodHandle constructor) {
        try {
            return type.cast(constructor.invoke());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new CacheException("The constructor of " + type.getName() + " failed", e);
        }
    }
}
