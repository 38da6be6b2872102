package io.turnkey.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the barrier asked for in the background. */
class RecordedReloads implements WriteBarrier.Reloading<Long> {
    final List<Object> asked = new ArrayList<>();

    @Override
    public void rows(Collection<Long> ids) {
        asked.add(Set.copyOf(ids));
    }

    @Override
    public void everything() {
        asked.add("everything");
    }
}
