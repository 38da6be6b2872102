package io.turnkey.spi;

import io.turnkey.CacheException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;

/** Fields that generated code cannot see: it reads them through a constant {@link VarHandle}, which costs no more than the field itself. */
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
}
