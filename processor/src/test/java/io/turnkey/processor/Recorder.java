package io.turnkey.processor;

import io.turnkey.processor.model.CachedEntity;
import io.turnkey.processor.model.CachedSubtype;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Keeps the models instead of writing them, by the entity's name without its package. */
final class Recorder implements Output {
    final Map<String, CachedEntity> entities = new LinkedHashMap<>();
    final Map<String, CachedSubtype> subtypes = new LinkedHashMap<>();

    private final String failing;

    /** Fails on the entity of this name. */
    Recorder(String failing) {
        this.failing = failing;
    }

    @Override
    public void write(CachedEntity entity, TypeElement origin) {
        if (entity.name().equals(failing)) {
            throw new IllegalStateException("planned");
        }
        entities.put(String.join(".", entity.entity().simpleNames()), entity);
    }

    @Override
    public void writeModel(CachedEntity entity, TypeElement origin) {}

    @Override
    public void write(CachedSubtype subtype, TypeElement origin) {
        subtypes.put(String.join(".", subtype.entity().simpleNames()), subtype);
    }
}
