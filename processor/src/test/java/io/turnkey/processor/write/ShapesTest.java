package io.turnkey.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SnapshotShape;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("F49")
@DisplayName("What the generated code says a snapshot consists of")
class ShapesTest {
    private static final Path GOOD = Path.of("src/test/resources/good");
    private static final String COMPONENT = "name: String, roleId<role: Id(realm: String, code: byte[])";
    private static final String SHAPE =
            "corners: int, hashCode_<hashCode: String, colour: String, first: ComponentSnapshot(" + COMPONENT + ")";

    @TempDir
    Path folder;

    private final RandomValues values = new RandomValues();

    static Stream<Path> cases() throws IOException {
        return GoldenTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("F06, F07: parts that are called as the components of the record, and whose values make an equal one")
    void partsMakeTheWhole(Path name) {
        List<SnapshotShape<?>> shapes = shapes(Loaded.compile(folder, GOOD.resolve(name)));

        assertThat(shapes).isNotEmpty();
        shapes.forEach(shape -> composites(shape.shape()).forEach(composite -> {
            checkNames(composite);
            checkParts(composite);
        }));
    }

    private <T> void checkParts(Composite<T> composite) {
        for (int times = 0; times < 10; times++) {
            T made = composite.make().apply(values.row(composite));

            T again = composite.make().apply(parts(composite, made));

            assertThat(composite.type().isInstance(made)).isTrue();
            assertThat(again).isEqualTo(made).isNotSameAs(made);
        }
        for (int i = 0; i < composite.components().size(); i++) {
            checkNull(composite, i);
        }
    }

    /** Each part alone may be null, but those of an id and those of a primitive type. */
    private <T> void checkNull(Composite<T> composite, int part) {
        Component<T> component = composite.components().get(part);
        Row row = values.row(composite);
        row.values()[part] = null;
        try {
            T made = composite.make().apply(row);
            assertThat(component.get().apply(made)).as(component.name()).isNull();
            assertThat(composite.make().apply(parts(composite, made))).isEqualTo(made);
        } catch (NullPointerException e) {
            assertThat(isPrimitive(component.shape()) || component.name().equals(e.getMessage()))
                    .as(composite.type() + "." + component.name() + ": " + e)
                    .isTrue();
        }
    }

    private static boolean isPrimitive(Shape shape) {
        return shape instanceof Shape.Value value && value.type().isPrimitive();
    }

    private static <T> Row parts(Composite<T> composite, T whole) {
        return Row.element(composite.components().stream()
                .map(each -> each.get().apply(whole))
                .toArray());
    }

    private static void checkNames(Composite<?> composite) {
        if (composite.type().isRecord()) {
            assertThat(composite.components())
                    .map(part -> part.name() + ": " + type(part.shape()).getName())
                    .containsExactly(Arrays.stream(composite.type().getRecordComponents())
                            .map(ShapesTest::nameAndType)
                            .toArray(String[]::new));
        }
    }

    private static String nameAndType(RecordComponent component) {
        return component.getName() + ": " + component.getType().getName();
    }

    private static Class<?> type(Shape shape) {
        if (shape instanceof Shape.Value value) {
            return value.type();
        }
        if (shape instanceof Shape.Collected collected) {
            return collected.kind();
        }
        return shape instanceof Composite<?> composite ? composite.type() : Map.class;
    }

    @Test
    @DisplayName("Parts of parts are told down to the columns, with the paths of their attributes")
    void everythingIsTold() {
        Composite<?> grant =
                shapes(Loaded.compile(folder, GOOD.resolve("shapes"))).get(0).shape();

        assertThat(grant.components())
                .map(ShapesTest::text)
                .containsExactly(
                        "id: GrantId(account: String, since: Date, number: int, span: Span(first: int, last: Integer), spot: Spot(x: double, y: Double))",
                        "roleId<role: Id(realm: String, code: byte[])",
                        "otherIds<others: Set(Id(realm: String, code: byte[]))",
                        "doorIds<doors: Set(Id(spot: Spot(x: double, y: Double), floor: String))",
                        "entranceId<entrance: Id(spot: Spot(x: double, y: Double), floor: String)",
                        "siteId<site: Id",
                        "siteIds<sites: Set(Id)",
                        "keyId<key: Id",
                        "rows: Map(ShapeSnapshot(" + SHAPE + "), Row(cells: long[], row: Integer))",
                        "shapes: Map(Row(cells: long[], row: Integer), ShapeSnapshot(" + SHAPE + "))",
                        "components: Map(Id(spot: Spot(x: double, y: Double), floor: String), ComponentSnapshot("
                                + COMPONENT + "))",
                        "parts: Set(ComponentSnapshot(" + COMPONENT + "))",
                        "outline: List(ShapeSnapshot(" + SHAPE + "))");
    }

    private static String text(Component<?> part) {
        String name = part.name().equals(part.path()) ? part.name() : part.name() + "<" + part.path();
        return name + ": " + text(part.shape());
    }

    private static String text(Shape shape) {
        if (shape instanceof Shape.Collected collected) {
            return collected.kind().getSimpleName() + "(" + text(collected.element()) + ")";
        }
        if (shape instanceof Shape.Mapped map) {
            return "Map(" + text(map.key()) + ", " + text(map.value()) + ")";
        }
        return shape instanceof Composite<?> composite
                ? composite.type().getSimpleName()
                        + composite.components().stream()
                                .map(ShapesTest::text)
                                .collect(Collectors.joining(", ", "(", ")"))
                : type(shape).getSimpleName();
    }

    @Test
    @DisplayName("F07: every class of a hierarchy has its own, one that was compiled later in another package too")
    void hierarchies() throws IOException {
        Path whale = GOOD.resolve("hierarchy/zoo/sea/Whale.java");
        try (Stream<Path> sources = Files.walk(GOOD.resolve("hierarchy"))) {
            Loaded.compile(
                    folder,
                    sources.filter(Files::isRegularFile)
                            .filter(source -> !source.equals(whale))
                            .toArray(Path[]::new));
        }
        Loaded loaded = Loaded.compile(folder, whale);

        assertThat(shapes(loaded))
                .map(shape -> shape.entity().getSimpleName() + " "
                        + shape.shape().type().getSimpleName())
                .containsExactlyInAnyOrder(
                        "Cat CatSnapshot",
                        "Dog DogSnapshot",
                        "Puppy PuppySnapshot",
                        "Whale WhaleSnapshot",
                        "Plant PlantSelfSnapshot",
                        "Tree TreeSnapshot");
    }

    private static List<SnapshotShape<?>> shapes(Loaded loaded) {
        List<SnapshotShape<?>> shapes = new ArrayList<>();
        loaded.types("CacheModel").forEach(type -> shapes.addAll(model(type).shapes()));
        return shapes;
    }

    private static EntityModel<?, ?, ?> model(Class<?> type) {
        try {
            Field model = type.getDeclaredField("MODEL");
            model.setAccessible(true);
            return (EntityModel<?, ?, ?>) model.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The composite and all in it. */
    private static Stream<Composite<?>> composites(Shape shape) {
        if (shape instanceof Shape.Collected collected) {
            return composites(collected.element());
        }
        if (shape instanceof Shape.Mapped map) {
            return Stream.concat(composites(map.key()), composites(map.value()));
        }
        return shape instanceof Composite<?> composite
                ? Stream.concat(
                        Stream.of(composite), composite.components().stream().flatMap(each -> composites(each.shape())))
                : Stream.empty();
    }
}
