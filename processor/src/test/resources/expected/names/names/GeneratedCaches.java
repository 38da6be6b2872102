package names;

import io.turnkey.CacheGroup;
import io.turnkey.CacheRegistry;
import io.turnkey.spi.Caches;
import io.turnkey.spi.GeneratedRegistry;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * Every cache of this compilation:
 * <ul>
 * <li>{@link BuilderCache}
 * <li>{@link ClassCache}
 * <li>{@link OldCache}
 * <li>{@link OptionalCache}
 * <li>{@link Outer_UserCache}
 * <li>{@link PackageCache}
 * </ul>
 */
@GeneratedRegistry(
        models = {
                "names.BuilderCacheModel",
                "names.ClassCacheModel",
                "names.OldCacheModel",
                "names.OptionalCacheModel",
                "names.Outer_UserCacheModel",
                "names.PackageCacheModel"
        }
)
@NullMarked
@Generated("io.turnkey.processor.registry.RegistryProcessor")
public final class GeneratedCaches implements CacheRegistry {
    /** For {@code ServiceLoader}; applications call {@link #all()}. */
    public GeneratedCaches() {}

    /** A group of every cache of this compilation, not opened yet. */
    public static CacheGroup.Builder all() {
        return Caches.group(List.of(
                BuilderCache.DEFINITION,
                ClassCache.DEFINITION,
                OldCache.DEFINITION,
                OptionalCache.DEFINITION,
                Outer_UserCache.DEFINITION,
                PackageCache.DEFINITION));
    }

    @Override
    public CacheGroup.Builder builder() {
        return all();
    }
}
