package com.example.stranger.model;

import com.example.blackbox.inheritance.Animal;
import com.example.blackbox.inheritance.AnimalCache;
import com.example.blackbox.inheritance.AnimalSnapshot;
import com.example.blackbox.inheritance.Cabriolet;
import com.example.blackbox.inheritance.Car;
import com.example.blackbox.inheritance.CardPayment;
import com.example.blackbox.inheritance.CashPayment;
import com.example.blackbox.inheritance.Cat;
import com.example.blackbox.inheritance.Dog;
import com.example.blackbox.inheritance.Payment;
import com.example.blackbox.inheritance.PaymentCache;
import com.example.blackbox.inheritance.PaymentSnapshot;
import com.example.blackbox.inheritance.Puppy;
import com.example.blackbox.inheritance.Truck;
import com.example.blackbox.inheritance.Vehicle;
import com.example.blackbox.inheritance.VehicleCache;
import com.example.blackbox.inheritance.VehicleSnapshot;
import com.example.stranger.support.Dice;
import java.util.List;

/** Hierarchies. */
final class HierarchyModels {
    private HierarchyModels() {}

    static List<Model<?, ?, ?, ?>> all() {
        return List.of(animal(), vehicle(), payment());
    }

    private static Model<?, ?, ?, ?> animal() {
        return Model.of(Animal.class, AnimalCache.class, AnimalCache::builder, AnimalSnapshot::of, AnimalSnapshot::id)
                .rows(AnimalSnapshot::find, AnimalSnapshot::reference, HierarchyModels::animalRow)
                .unique(new Unique<>(
                        "chip",
                        AnimalSnapshot::chip,
                        AnimalCache::getByChip,
                        AnimalCache::getManyByChip,
                        AnimalCache::peekByChip,
                        AnimalCache::isCachedByChip,
                        AnimalCache::invalidateByChip,
                        AnimalCache::clearChipIndex))
                .listed(new Listed<>(
                        "owner",
                        AnimalSnapshot::owner,
                        AnimalCache::listByOwner,
                        AnimalCache::listManyByOwner,
                        AnimalCache::isCachedByOwner,
                        AnimalCache::invalidateByOwner,
                        AnimalCache::clearOwnerIndex))
                .statements(1, 2);
    }

    private static Animal animalRow(Dice dice) {
        Animal row = dice.oneOf(cat(dice), dog(new Dog(), dice), puppy(dice));
        row.id = dice.number();
        row.chip = dice.maybe(dice::unique);
        row.owner = dice.maybe(() -> dice.oneOf("Ann", "Bob"));
        return row;
    }

    private static Animal cat(Dice dice) {
        Cat cat = new Cat();
        cat.favourite = dice.maybe(dice::integer);
        for (int i = dice.below(3); i > 0; i--) {
            cat.prey.add(dice.text());
        }
        return cat;
    }

    private static Dog dog(Dog dog, Dice dice) {
        dog.barks = dice.maybe(dice::integer);
        dog.favourite = dice.maybe(dice::text);
        return dog;
    }

    private static Animal puppy(Dice dice) {
        Puppy puppy = new Puppy();
        puppy.born = dice.maybe(dice::date);
        return dog(puppy, dice);
    }

    private static Model<?, ?, ?, ?> vehicle() {
        return Model.of(
                        Vehicle.class,
                        VehicleCache.class,
                        VehicleCache::builder,
                        VehicleSnapshot::of,
                        VehicleSnapshot::id)
                .rows(VehicleSnapshot::find, VehicleSnapshot::reference, HierarchyModels::vehicleRow)
                .unique(new Unique<>(
                        "plate",
                        VehicleSnapshot::plate,
                        VehicleCache::getByPlate,
                        VehicleCache::getManyByPlate,
                        VehicleCache::peekByPlate,
                        VehicleCache::isCachedByPlate,
                        VehicleCache::invalidateByPlate,
                        VehicleCache::clearPlateIndex));
    }

    private static Vehicle vehicleRow(Dice dice) {
        Car car = new Car();
        car.doors = dice.below(6);
        Cabriolet cabriolet = new Cabriolet();
        cabriolet.doors = 2;
        cabriolet.open = dice.flag();
        Truck truck = new Truck();
        truck.tons = dice.fraction();
        Vehicle row = dice.oneOf(new Vehicle(), car, cabriolet, truck);
        row.id = dice.number();
        row.plate = dice.maybe(dice::unique);
        return row;
    }

    private static Model<?, ?, ?, ?> payment() {
        return Model.of(
                        Payment.class,
                        PaymentCache.class,
                        PaymentCache::builder,
                        PaymentSnapshot::of,
                        PaymentSnapshot::id)
                .rows(PaymentSnapshot::find, PaymentSnapshot::reference, HierarchyModels::paymentRow)
                .listed(new Listed<>(
                        "payer",
                        PaymentSnapshot::payer,
                        PaymentCache::listByPayer,
                        PaymentCache::listManyByPayer,
                        PaymentCache::isCachedByPayer,
                        PaymentCache::invalidateByPayer,
                        PaymentCache::clearPayerIndex));
    }

    private static Payment paymentRow(Dice dice) {
        CardPayment card = new CardPayment();
        card.lastDigits = dice.maybe(dice::text);
        CashPayment cash = new CashPayment();
        cash.drawer = dice.maybe(dice::number);
        Payment row = dice.oneOf(card, cash);
        row.id = dice.uuid();
        row.amount = dice.maybe(dice::decimal);
        row.payer = dice.maybe(() -> dice.oneOf("Ann", "Bob"));
        return row;
    }
}
