package io.turnkey.internal.option;

import io.turnkey.CacheOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Options from {@code turnkey.<option>}, for all models, and {@code turnkey.<Model>.<option>}, which wins. Other keys are left alone. */
public final class PropertyOptions {
    private static final String PREFIX = "turnkey.";

    private final List<Setting> settings = new ArrayList<>();

    /**
     * Reads and checks every property.
     *
     * @param models the names of all models that may be named
     * @throws IllegalArgumentException for an unknown model or option, or a value that cannot be read
     */
    public PropertyOptions(Map<String, String> properties, Collection<String> models) {
        new TreeMap<>(properties).forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                settings.add(setting(key, value, models));
            }
        });
    }

    /** Sets what the properties say of this model. */
    public void apply(String model, CacheOptions.Builder options) {
        settings.stream().filter(setting -> setting.model == null).forEach(setting -> setting.apply(options));
        settings.stream().filter(setting -> model.equals(setting.model)).forEach(setting -> setting.apply(options));
    }

    private static Setting setting(String key, String value, Collection<String> models) {
        String name = key.substring(PREFIX.length());
        // The option is what follows the last dot: a model's name may contain dots, an option's does not.
        int dot = name.lastIndexOf('.');
        String model = dot < 0 ? null : name.substring(0, dot);
        if (model != null && !models.contains(model)) {
            throw new IllegalArgumentException("Property " + key + " names the unknown model '" + model + "'"
                    + Suggestion.of(model, models) + "; the models are " + models);
        }
        Option option = option(key, name.substring(dot + 1));
        Setting setting = new Setting(model, option, Objects.requireNonNull(value, key));
        try {
            // Alone, so that what is out of range is this value and no other.
            CacheOptions.Builder alone = CacheOptions.builder();
            setting.apply(alone);
            alone.build();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Property " + key + " has the value '" + value + "', but must be " + option.form(), e);
        }
        return setting;
    }

    private static Option option(String key, String text) {
        return Option.named(text)
                .orElseThrow(() -> new IllegalArgumentException("Property " + key + " names the unknown option '" + text
                        + "'" + Suggestion.of(text, Option.names()) + "; the options are " + Option.names()));
    }

    private record Setting(@Nullable String model, Option option, String value) {
        void apply(CacheOptions.Builder options) {
            option.setter().accept(options, value.trim());
        }
    }
}
