package io.turnkey.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names the records that stand for embeddable classes, nested in a snapshot: one for each class, told apart where simple names are equal. */
final class EmbeddableNames {
    private final Map<TypeName, ClassName> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private ClassName snapshot;

    EmbeddableNames(ClassName snapshot) {
        this.snapshot = snapshot;
        taken.add(snapshot.simpleName());
    }

    /** From now on, new ones are nested in another snapshot, that of a subclass. */
    void nestIn(ClassName subclass) {
        snapshot = subclass;
        taken.add(subclass.simpleName());
    }

    ClassName of(TypeName type, ClassName raw) {
        return names.computeIfAbsent(type, unknown -> snapshot.nestedClass(free(raw.simpleName() + "Snapshot")));
    }

    private String free(String name) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }
}
