package com.example.stranger.support;

import com.example.blackbox.access.Mixed;
import com.example.blackbox.access.Person;
import com.example.blackbox.access.Vault;
import com.example.blackbox.collections.Album;
import com.example.blackbox.collections.Credit;
import com.example.blackbox.collections.Track;
import com.example.blackbox.embedded.Address;
import com.example.blackbox.embedded.Contact;
import com.example.blackbox.embedded.Geo;
import com.example.blackbox.embedded.Period;
import com.example.blackbox.generics.Base;
import com.example.blackbox.generics.Country;
import com.example.blackbox.generics.Invoice;
import com.example.blackbox.generics.NamedBase;
import com.example.blackbox.generics.Tag;
import com.example.blackbox.ids.Airport;
import com.example.blackbox.ids.Device;
import com.example.blackbox.ids.Enrolment;
import com.example.blackbox.ids.Grant;
import com.example.blackbox.ids.Meter;
import com.example.blackbox.ids.Parcel;
import com.example.blackbox.ids.Seat;
import com.example.blackbox.ids.SeatId;
import com.example.blackbox.ids.Shelf;
import com.example.blackbox.ids.ShelfId;
import com.example.blackbox.inheritance.Animal;
import com.example.blackbox.inheritance.Cabriolet;
import com.example.blackbox.inheritance.Car;
import com.example.blackbox.inheritance.CardPayment;
import com.example.blackbox.inheritance.CashPayment;
import com.example.blackbox.inheritance.Cat;
import com.example.blackbox.inheritance.Dog;
import com.example.blackbox.inheritance.Payment;
import com.example.blackbox.inheritance.Puppy;
import com.example.blackbox.inheritance.Truck;
import com.example.blackbox.inheritance.Vehicle;
import com.example.blackbox.keys.Membership;
import com.example.blackbox.keys.Place;
import com.example.blackbox.lombok.Gadget;
import com.example.blackbox.lombok.Size;
import com.example.blackbox.lombok.Widget;
import com.example.blackbox.nested.Outer;
import com.example.blackbox.relations.Account;
import com.example.blackbox.relations.AccountDetail;
import com.example.blackbox.relations.Customer;
import com.example.blackbox.relations.Profile;
import com.example.blackbox.relations.Purchase;
import com.example.blackbox.relations.Role;
import com.example.blackbox.relations.Team;
import com.example.blackbox.rules.Citizen;
import com.example.blackbox.rules.Document;
import com.example.blackbox.rules.Draft;
import com.example.blackbox.rules.Padded;
import com.example.blackbox.rules.Shop;
import com.example.blackbox.values.Article;
import com.example.blackbox.values.Awkward;
import com.example.blackbox.values.Figures;
import com.example.blackbox.values.Keyless;
import com.example.blackbox.values.Login;
import com.example.blackbox.values.Moments;
import com.example.blackbox.values.MoneyConverter;
import com.example.blackbox.values.Texts;
import com.example.blackbox.values.UriConverter;
import com.example.blackbox.values.Wide;
import com.example.blackbox.values.YesNoConverter;
import com.example.precompiled.Audited;
import java.util.List;

/** What the persistence unit is told to manage, which excludes the package-private entity. */
final class Entities {
    static final List<Class<?>> ALL = List.of(
            Audited.class,
            Outer.User.class,
            Outer.Deeper.Tag.class,
            Mixed.class,
            Person.class,
            Vault.class,
            Album.class,
            Credit.class,
            Track.class,
            Address.class,
            Contact.class,
            Geo.class,
            Period.class,
            Base.class,
            Country.class,
            Invoice.class,
            NamedBase.class,
            Tag.class,
            Airport.class,
            Device.class,
            Enrolment.class,
            Grant.class,
            Meter.class,
            Parcel.class,
            Seat.class,
            SeatId.class,
            Shelf.class,
            ShelfId.class,
            Animal.class,
            Cabriolet.class,
            Car.class,
            CardPayment.class,
            CashPayment.class,
            Cat.class,
            Dog.class,
            Payment.class,
            Puppy.class,
            Truck.class,
            Vehicle.class,
            Membership.class,
            Place.class,
            Gadget.class,
            Size.class,
            Widget.class,
            Account.class,
            AccountDetail.class,
            Customer.class,
            Profile.class,
            Purchase.class,
            Role.class,
            Team.class,
            Citizen.class,
            Document.class,
            Draft.class,
            Padded.class,
            Shop.class,
            Article.class,
            Awkward.class,
            Figures.class,
            Keyless.class,
            Login.class,
            Moments.class,
            MoneyConverter.class,
            Texts.class,
            Texts.Cover.class,
            UriConverter.class,
            Wide.class,
            YesNoConverter.class);

    private Entities() {}
}
