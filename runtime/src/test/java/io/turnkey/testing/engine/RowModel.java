package io.turnkey.testing.engine;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Shape;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Row.TenantLogin;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Describes {@link Row} to the engine, as generated code would. */
public final class RowModel {
    public final KeyModel<Row, Long> id;
    public final KeyModel<Row, String> email;
    public final KeyModel<Row, TenantLogin> login;
    public final KeyModel<Row, Status> status;
    public final KeyModel<Row, String> tenant;
    public final EntityModel<Row, Row, Long> model;

    /**
     * Describes the row.
     *
     * @param versioned whether the engine may compare versions
     * @param indexing is called whenever the engine asks a row for its e-mail, as it does in the middle of putting it into the index
     */
    public RowModel(boolean versioned, Consumer<Row> indexing) {
        this(versioned, false, indexing);
    }

    /**
     * Describes the row.
     *
     * @param timed whether the table can tell when a row changed
     */
    public RowModel(boolean versioned, boolean timed, Consumer<Row> indexing) {
        id = KeyModel.unique("id", Long.class, "getById", AttributePath.of("id"), Row::id);
        email = KeyModel.unique("email", String.class, "getByEmail", AttributePath.of("email"), row -> {
            indexing.accept(row);
            return row.email();
        });
        login = new KeyModel<>(
                "tenantAndLogin",
                TenantLogin.class,
                true,
                "getByTenantAndLogin",
                List.of(AttributePath.of("tenant"), AttributePath.of("login")),
                Row::tenantLogin,
                key -> List.of(key.tenant(), key.login()),
                UnaryOperator.identity());
        status = KeyModel.listed("status", Status.class, "listByStatus", AttributePath.of("status"), Row::status);
        tenant = KeyModel.listed("tenant", String.class, "listByTenant", AttributePath.of("tenant"), Row::tenant);
        EntityModel.Builder<Row, Row, Long> builder =
                EntityModel.builder(ContractLevel.CURRENT, "Row", Row.class, Row.class);
        builder.id(id)
                .keys(List.of(email, login, status, tenant))
                .projection(new Projection<>(Row.class, List.of(), List.of(), values -> {
                    throw new UnsupportedOperationException("rows come from a Table");
                }))
                .shape(RowModel::shape)
                .of(row -> row);
        if (timed) {
            builder.updatedAt("changedAt");
        }
        model = (versioned ? builder.version(Row::version) : builder).build();
    }

    private static Composite<Row> shape() {
        return new Composite<>(
                Row.class,
                List.of(
                        Component.of("id", Shape.of(long.class), Row::id),
                        Component.of("email", Shape.of(String.class), Row::email),
                        Component.of("tenant", Shape.of(String.class), Row::tenant),
                        Component.of("login", Shape.of(String.class), Row::login),
                        Component.of("status", Shape.of(Status.class), Row::status),
                        Component.of("version", Shape.of(long.class), Row::version),
                        Component.of("payload", Shape.of(String.class), Row::payload)),
                values -> new Row(
                        values.<Long>get(0),
                        values.get(1),
                        values.get(2),
                        values.get(3),
                        values.get(4),
                        values.<Long>get(5),
                        values.get(6)));
    }
}
