package io.turnkey.internal.option;

import io.turnkey.CacheOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What one builder says of the options of its models.
 *
 * @param defaults for all models
 * @param configured for one model, by the generated cache's class
 * @param properties for one or all, as text
 */
public record Overrides(
        Consumer<CacheOptions.Builder> defaults,
        Map<Class<?>, Consumer<CacheOptions.Builder>> configured,
        PropertyOptions properties) {

    /** Copies the map. */
    public Overrides {
        configured = Map.copyOf(configured);
    }

    /**
     * The options of one model: those of its annotation, changed by all defaults, then by what was configured, then by properties. Where builders include each other, the
     * defaults of the model's own module and the code and properties of the module that includes it have the last word.
     *
     * @param layers the overrides that reach the model, its own module's first
     * @throws IllegalArgumentException if an option is out of its range; the message names it and the model
     */
    public static CacheOptions resolve(CacheOptions annotation, String model, Class<?> cache, List<Overrides> layers) {
        CacheOptions.Builder options = annotation.toBuilder();
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i).defaults.accept(options);
        }
        for (Overrides layer : layers) {
            layer.configured.getOrDefault(cache, none -> {}).accept(options);
        }
        for (Overrides layer : layers) {
            layer.properties.apply(model, options);
        }
        return build(model, options);
    }

    /** Builds the options of one model; throws like {@link #resolve}. */
    public static CacheOptions build(String model, CacheOptions.Builder options) {
        try {
            return options.build();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Options of " + model + ": " + e.getMessage(), e);
        }
    }
}
