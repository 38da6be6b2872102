package com.example.stranger.model;

import com.example.blackbox.access.Mixed;
import com.example.blackbox.access.MixedCache;
import com.example.blackbox.access.MixedSnapshot;
import com.example.blackbox.access.Person;
import com.example.blackbox.access.PersonCache;
import com.example.blackbox.access.PersonSnapshot;
import com.example.blackbox.access.Vault;
import com.example.blackbox.access.VaultCache;
import com.example.blackbox.access.VaultSnapshot;
import com.example.blackbox.lombok.Gadget;
import com.example.blackbox.lombok.GadgetCache;
import com.example.blackbox.lombok.GadgetSnapshot;
import com.example.blackbox.lombok.Size;
import com.example.blackbox.lombok.Widget;
import com.example.blackbox.lombok.WidgetCache;
import com.example.blackbox.lombok.WidgetSnapshot;
import com.example.blackbox.nested.Outer;
import com.example.blackbox.nested.Outer_Deeper_TagCache;
import com.example.blackbox.nested.Outer_Deeper_TagSnapshot;
import com.example.blackbox.nested.Outer_UserCache;
import com.example.blackbox.nested.Outer_UserSnapshot;
import com.example.stranger.support.Dice;
import java.util.List;

/** Nested entities, Lombok, and every access type. */
final class ShapeModels {
    private ShapeModels() {}

    static List<Model<?, ?, ?, ?>> all() {
        return List.of(outer_User(), outer_Deeper_Tag(), gadget(), widget(), person(), mixed(), vault());
    }

    private static Model<?, ?, ?, ?> outer_User() {
        return Model.of(
                        Outer.User.class,
                        Outer_UserCache.class,
                        Outer_UserCache::builder,
                        Outer_UserSnapshot::of,
                        Outer_UserSnapshot::id)
                .rows(Outer_UserSnapshot::find, Outer_UserSnapshot::reference, ShapeModels::outer_UserRow)
                .unique(new Unique<>(
                        "email",
                        Outer_UserSnapshot::email,
                        Outer_UserCache::getByEmail,
                        Outer_UserCache::getManyByEmail,
                        Outer_UserCache::peekByEmail,
                        Outer_UserCache::isCachedByEmail,
                        Outer_UserCache::invalidateByEmail,
                        Outer_UserCache::clearEmailIndex))
                .listed(new Listed<>(
                        "status",
                        Outer_UserSnapshot::status,
                        Outer_UserCache::listByStatus,
                        Outer_UserCache::listManyByStatus,
                        Outer_UserCache::isCachedByStatus,
                        Outer_UserCache::invalidateByStatus,
                        Outer_UserCache::clearStatusIndex));
    }

    private static Outer.User outer_UserRow(Dice dice) {
        Outer.User row = new Outer.User();
        row.id = dice.number();
        row.email = dice.maybe(dice::unique);
        row.status = dice.maybe(() -> dice.oneOf(Outer.Status.values()));
        return row;
    }

    private static Model<?, ?, ?, ?> outer_Deeper_Tag() {
        return Model.of(
                        Outer.Deeper.Tag.class,
                        Outer_Deeper_TagCache.class,
                        Outer_Deeper_TagCache::builder,
                        Outer_Deeper_TagSnapshot::of,
                        Outer_Deeper_TagSnapshot::id)
                .rows(
                        Outer_Deeper_TagSnapshot::find,
                        Outer_Deeper_TagSnapshot::reference,
                        ShapeModels::outer_Deeper_TagRow)
                .unique(new Unique<>(
                        "word",
                        Outer_Deeper_TagSnapshot::word,
                        Outer_Deeper_TagCache::getByWord,
                        Outer_Deeper_TagCache::getManyByWord,
                        Outer_Deeper_TagCache::peekByWord,
                        Outer_Deeper_TagCache::isCachedByWord,
                        Outer_Deeper_TagCache::invalidateByWord,
                        Outer_Deeper_TagCache::clearWordIndex));
    }

    private static Outer.Deeper.Tag outer_Deeper_TagRow(Dice dice) {
        Outer.Deeper.Tag row = new Outer.Deeper.Tag();
        row.id = dice.integer();
        row.word = dice.maybe(dice::unique);
        return row;
    }

    private static Model<?, ?, ?, ?> gadget() {
        return Model.of(Gadget.class, GadgetCache.class, GadgetCache::builder, GadgetSnapshot::of, GadgetSnapshot::id)
                .rows(GadgetSnapshot::find, GadgetSnapshot::reference, ShapeModels::gadgetRow)
                .unique(new Unique<>(
                        "serial",
                        GadgetSnapshot::serial,
                        GadgetCache::getBySerial,
                        GadgetCache::getManyBySerial,
                        GadgetCache::peekBySerial,
                        GadgetCache::isCachedBySerial,
                        GadgetCache::invalidateBySerial,
                        GadgetCache::clearSerialIndex));
    }

    private static Gadget gadgetRow(Dice dice) {
        Gadget row = new Gadget();
        row.setId(dice.number());
        row.setSerial(dice.maybe(dice::unique));
        row.setActive(dice.flag());
        row.setApproved(dice.maybe(dice::flag));
        return row;
    }

    private static Model<?, ?, ?, ?> widget() {
        return Model.of(Widget.class, WidgetCache.class, WidgetCache::builder, WidgetSnapshot::of, WidgetSnapshot::id)
                .rows(WidgetSnapshot::find, WidgetSnapshot::reference, ShapeModels::widgetRow)
                .listed(new Listed<>(
                        "colour",
                        WidgetSnapshot::colour,
                        WidgetCache::listByColour,
                        WidgetCache::listManyByColour,
                        WidgetCache::isCachedByColour,
                        WidgetCache::invalidateByColour,
                        WidgetCache::clearColourIndex));
    }

    private static Widget widgetRow(Dice dice) {
        return Widget.builder()
                .id(dice.number())
                .colour(dice.maybe(() -> dice.oneOf("red", "green", "blue")))
                .size(dice.maybe(() -> new Size(dice.maybe(dice::integer), dice.maybe(dice::integer))))
                .isRound(dice.flag())
                .build();
    }

    private static Model<?, ?, ?, ?> person() {
        return Model.of(Person.class, PersonCache.class, PersonCache::builder, PersonSnapshot::of, PersonSnapshot::id)
                .rows(PersonSnapshot::find, PersonSnapshot::reference, ShapeModels::personRow)
                .unique(new Unique<>(
                        "nick",
                        PersonSnapshot::nick,
                        PersonCache::getByNick,
                        PersonCache::getManyByNick,
                        PersonCache::peekByNick,
                        PersonCache::isCachedByNick,
                        PersonCache::invalidateByNick,
                        PersonCache::clearNickIndex));
    }

    private static Person personRow(Dice dice) {
        Person row = new Person();
        row.setId(dice.number());
        row.setNick(dice.maybe(dice::unique));
        row.setActive(dice.flag());
        return row.aged(dice.maybe(dice::integer));
    }

    private static Model<?, ?, ?, ?> mixed() {
        return Model.of(Mixed.class, MixedCache.class, MixedCache::builder, MixedSnapshot::of, MixedSnapshot::id)
                .rows(MixedSnapshot::find, MixedSnapshot::reference, ShapeModels::mixedRow)
                .unique(new Unique<>(
                        "loud",
                        MixedSnapshot::loud,
                        MixedCache::getByLoud,
                        MixedCache::getManyByLoud,
                        MixedCache::peekByLoud,
                        MixedCache::isCachedByLoud,
                        MixedCache::invalidateByLoud,
                        MixedCache::clearLoudIndex));
    }

    private static Mixed mixedRow(Dice dice) {
        Mixed row = new Mixed();
        row.id = dice.number();
        row.plain = dice.maybe(dice::text);
        row.setLoud(dice.maybe(() -> "loud" + dice.next()));
        return row;
    }

    private static Model<?, ?, ?, ?> vault() {
        return Model.of(Vault.class, VaultCache.class, VaultCache::builder, VaultSnapshot::of, VaultSnapshot::id)
                .rows(VaultSnapshot::find, VaultSnapshot::reference, ShapeModels::vaultRow)
                .unique(new Unique<>(
                        "code",
                        VaultSnapshot::code,
                        VaultCache::getByCode,
                        VaultCache::getManyByCode,
                        VaultCache::peekByCode,
                        VaultCache::isCachedByCode,
                        VaultCache::invalidateByCode,
                        VaultCache::clearCodeIndex));
    }

    private static Vault vaultRow(Dice dice) {
        return new Vault(dice.number(), dice.maybe(dice::unique), dice.integer(), dice.maybe(dice::text));
    }
}
