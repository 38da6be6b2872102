package com.example.stranger.model;

import java.util.List;
import java.util.stream.Stream;

/** Every model of the application but the package-private one. */
public final class Models {
    private Models() {}

    public static List<Model<?, ?, ?, ?>> all() {
        return Stream.of(
                        ShapeModels.all(),
                        GenericModels.all(),
                        IdModels.all(),
                        ValueModels.all(),
                        NameModels.all(),
                        CompoundModels.all(),
                        RelationModels.all(),
                        HierarchyModels.all(),
                        RuleModels.all())
                .flatMap(List::stream)
                .toList();
    }
}
