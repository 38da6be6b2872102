package io.turnkey.json;

import io.turnkey.CacheException;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.Conversion;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.Shape;
import java.net.URL;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the codecs of one entity class.
 *
 * @param entity names attributes, together with their path
 */
record Codecs(String model, Class<?> entity, Conversions conversions) {
    /** The codec of a snapshot. */
    <T> CompositeCodec<T> of(Composite<T> snapshot) {
        return composite(snapshot, "");
    }

    private <T> CompositeCodec<T> composite(Composite<T> composite, String path) {
        return new CompositeCodec<>(
                composite,
                (Component<T> component) -> of(component.shape(), join(path, component.path())),
                component -> join(path, component.path()));
    }

    /** The codec of the attribute at {@code path}. */
    Codec of(Shape shape, String path) {
        if (shape instanceof Composite<?> composite) {
            return composite(composite, path);
        }
        if (shape instanceof Shape.Value value) {
            return of(value.type(), path);
        }
        // What is in one column may hold what only its column's type can make a text of.
        @Nullable Conversion conversion = isBasic(shape) ? null : conversions.of(entity, path);
        if (conversion != null) {
            return converted(conversion, path);
        }
        if (shape instanceof Shape.Collected collected) {
            boolean set = collected.kind() == Set.class;
            String element = join(path, Conversions.ELEMENT);
            if (set) {
                hashable(collected.element(), element);
            }
            return new CollectionCodec(set, of(collected.element(), element));
        }
        Shape.Mapped mapped = (Shape.Mapped) shape;
        String key = join(path, Conversions.KEY);
        hashable(mapped.key(), key);
        return new MapCodec(of(mapped.key(), key), of(mapped.value(), join(path, Conversions.ELEMENT)));
    }

    private static boolean isBasic(Shape shape) {
        if (shape instanceof Shape.Value value) {
            return Scalars.of(value.type()) != null;
        }
        if (shape instanceof Shape.Collected collected) {
            return isBasic(collected.element());
        }
        return shape instanceof Shape.Mapped mapped && isBasic(mapped.key()) && isBasic(mapped.value());
    }

    private Codec of(Class<?> type, String path) {
        @Nullable Codec known = Scalars.of(type);
        if (known != null) {
            return known;
        }
        Conversion conversion = conversions.of(entity, path);
        if (conversion == null) {
            throw refuse(
                    path,
                    "is a " + type.getTypeName()
                            + ", which is no basic type, and the persistence unit has no converter for it");
        }
        return converted(conversion, path);
    }

    private Codec converted(Conversion conversion, String path) {
        @Nullable Codec stored = Scalars.of(conversion.stored());
        if (stored == null) {
            throw refuse(path, "is converted to " + conversion.stored().getTypeName() + ", which is no basic type");
        }
        return new ConvertedCodec(attribute(path), conversion, stored);
    }

    /** Hash codes of URLs ask name servers for their hosts. */
    private void hashable(Shape shape, String path) {
        if (shape instanceof Shape.Value value && value.type() == URL.class) {
            throw refuse(
                    path, "is a java.net.URL in a set, which would ask name servers for its host; use java.net.URI");
        }
        if (shape instanceof Composite<?> composite) {
            composite.components().forEach(each -> hashable(each.shape(), join(path, each.path())));
        }
    }

    private CacheException refuse(String path, String problem) {
        return new CacheException(model + " has no JSON form: " + attribute(path) + " " + problem
                + ". Convert it with an AttributeConverter, or leave it out with @CacheIgnore");
    }

    private String attribute(String path) {
        return entity.getName() + "." + path;
    }

    private static String join(String path, String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }
}
