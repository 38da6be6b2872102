package com.example.stranger.model;

import com.example.blackbox.ids.Airport;
import com.example.blackbox.ids.AirportCache;
import com.example.blackbox.ids.AirportSnapshot;
import com.example.blackbox.ids.Device;
import com.example.blackbox.ids.DeviceCache;
import com.example.blackbox.ids.DeviceSnapshot;
import com.example.blackbox.ids.Enrolment;
import com.example.blackbox.ids.EnrolmentCache;
import com.example.blackbox.ids.EnrolmentSnapshot;
import com.example.blackbox.ids.Grant;
import com.example.blackbox.ids.GrantCache;
import com.example.blackbox.ids.GrantSnapshot;
import com.example.blackbox.ids.Meter;
import com.example.blackbox.ids.MeterCache;
import com.example.blackbox.ids.MeterSnapshot;
import com.example.blackbox.ids.Parcel;
import com.example.blackbox.ids.ParcelCache;
import com.example.blackbox.ids.ParcelSnapshot;
import com.example.blackbox.ids.Seat;
import com.example.blackbox.ids.SeatCache;
import com.example.blackbox.ids.SeatId;
import com.example.blackbox.ids.SeatSnapshot;
import com.example.blackbox.ids.Shelf;
import com.example.blackbox.ids.ShelfCache;
import com.example.blackbox.ids.ShelfId;
import com.example.blackbox.ids.ShelfSnapshot;
import com.example.stranger.support.Dice;
import java.util.List;

/** Every kind of id. */
final class IdModels {
    private IdModels() {}

    static List<Model<?, ?, ?, ?>> all() {
        return List.of(seat(), shelf(), enrolment(), grant(), parcel(), airport(), device(), meter());
    }

    private static Model<?, ?, ?, ?> seat() {
        return Model.of(Seat.class, SeatCache.class, SeatCache::builder, SeatSnapshot::of, SeatSnapshot::seatId)
                .rows(SeatSnapshot::find, SeatSnapshot::reference, IdModels::seatRow)
                .unique(new Unique<>(
                        "label",
                        SeatSnapshot::label,
                        SeatCache::getByLabel,
                        SeatCache::getManyByLabel,
                        SeatCache::peekByLabel,
                        SeatCache::isCachedByLabel,
                        SeatCache::invalidateByLabel,
                        SeatCache::clearLabelIndex));
    }

    private static Seat seatRow(Dice dice) {
        Seat row = new Seat();
        row.seatId = new SeatId(dice.unique(), dice.integer());
        row.label = dice.maybe(dice::unique);
        row.note = dice.maybe(dice::text);
        return row;
    }

    private static Model<?, ?, ?, ?> shelf() {
        return Model.of(Shelf.class, ShelfCache.class, ShelfCache::builder, ShelfSnapshot::of, ShelfSnapshot::id)
                .rows(ShelfSnapshot::find, ShelfSnapshot::reference, IdModels::shelfRow)
                .listed(new Listed<>(
                        "topic",
                        ShelfSnapshot::topic,
                        ShelfCache::listByTopic,
                        ShelfCache::listManyByTopic,
                        ShelfCache::isCachedByTopic,
                        ShelfCache::invalidateByTopic,
                        ShelfCache::clearTopicIndex));
    }

    private static Shelf shelfRow(Dice dice) {
        Shelf row = new Shelf();
        row.id = new ShelfId(dice.unique(), dice.below(3));
        row.topic = dice.maybe(() -> dice.oneOf("art", "law"));
        return row;
    }

    private static Model<?, ?, ?, ?> enrolment() {
        return Model.of(
                        Enrolment.class,
                        EnrolmentCache.class,
                        EnrolmentCache::builder,
                        EnrolmentSnapshot::of,
                        EnrolmentSnapshot::id)
                .rows(EnrolmentSnapshot::find, EnrolmentSnapshot::reference, IdModels::enrolmentRow)
                .listed(new Listed<>(
                        "course",
                        EnrolmentSnapshot::course,
                        EnrolmentCache::listByCourse,
                        EnrolmentCache::listManyByCourse,
                        EnrolmentCache::isCachedByCourse,
                        EnrolmentCache::invalidateByCourse,
                        EnrolmentCache::clearCourseIndex));
    }

    private static Enrolment enrolmentRow(Dice dice) {
        Enrolment row = new Enrolment();
        row.studentId = dice.number();
        row.course = dice.oneOf("maths", "music");
        row.grade = dice.maybe(() -> dice.below(6));
        return row;
    }

    private static Model<?, ?, ?, ?> grant() {
        return Model.of(Grant.class, GrantCache.class, GrantCache::builder, GrantSnapshot::of, GrantSnapshot::id)
                .rows(GrantSnapshot::find, GrantSnapshot::reference, (em, dice) -> {
                    Parcel owner = parcelRow(dice);
                    em.persist(owner);
                    for (int i = 0; i < 12; i++) {
                        Grant row = new Grant();
                        row.owner = owner;
                        row.permission = dice.unique();
                        row.serial = dice.maybe(dice::unique);
                        em.persist(row);
                    }
                })
                .unique(new Unique<>(
                        "serial",
                        GrantSnapshot::serial,
                        GrantCache::getBySerial,
                        GrantCache::getManyBySerial,
                        GrantCache::peekBySerial,
                        GrantCache::isCachedBySerial,
                        GrantCache::invalidateBySerial,
                        GrantCache::clearSerialIndex));
    }

    private static Model<?, ?, ?, ?> parcel() {
        return Model.of(
                        Parcel.class,
                        ParcelCache.class,
                        ParcelCache::builder,
                        ParcelSnapshot::of,
                        ParcelSnapshot::number)
                .rows(ParcelSnapshot::find, ParcelSnapshot::reference, IdModels::parcelRow)
                .unique(new Unique<>(
                        "barcode",
                        ParcelSnapshot::barcode,
                        ParcelCache::getByBarcode,
                        ParcelCache::getManyByBarcode,
                        ParcelCache::peekByBarcode,
                        ParcelCache::isCachedByBarcode,
                        ParcelCache::invalidateByBarcode,
                        ParcelCache::clearBarcodeIndex));
    }

    private static Parcel parcelRow(Dice dice) {
        Parcel row = new Parcel();
        row.barcode = dice.maybe(dice::unique);
        return row;
    }

    private static Model<?, ?, ?, ?> airport() {
        return Model.of(
                        Airport.class,
                        AirportCache.class,
                        AirportCache::builder,
                        AirportSnapshot::of,
                        AirportSnapshot::iata)
                .rows(AirportSnapshot::find, AirportSnapshot::reference, IdModels::airportRow)
                .listed(new Listed<>(
                        "city",
                        AirportSnapshot::city,
                        AirportCache::listByCity,
                        AirportCache::listManyByCity,
                        AirportCache::isCachedByCity,
                        AirportCache::invalidateByCity,
                        AirportCache::clearCityIndex));
    }

    private static Airport airportRow(Dice dice) {
        Airport row = new Airport();
        row.iata = dice.unique();
        row.city = dice.maybe(() -> dice.oneOf("Rome", "Oslo"));
        return row;
    }

    private static Model<?, ?, ?, ?> device() {
        return Model.of(
                        Device.class,
                        DeviceCache.class,
                        DeviceCache::builder,
                        DeviceSnapshot::of,
                        DeviceSnapshot::serial)
                .rows(DeviceSnapshot::find, DeviceSnapshot::reference, IdModels::deviceRow);
    }

    private static Device deviceRow(Dice dice) {
        Device row = new Device();
        row.model = dice.maybe(dice::text);
        return row;
    }

    private static Model<?, ?, ?, ?> meter() {
        return Model.of(Meter.class, MeterCache.class, MeterCache::builder, MeterSnapshot::of, MeterSnapshot::uid)
                .rows(MeterSnapshot::find, MeterSnapshot::reference, IdModels::meterRow);
    }

    private static Meter meterRow(Dice dice) {
        Meter row = new Meter();
        row.reading = dice.fraction();
        return row;
    }
}
