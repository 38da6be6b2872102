package com.example.stranger.model;

import com.example.blackbox.generics.Country;
import com.example.blackbox.generics.CountryCache;
import com.example.blackbox.generics.CountrySnapshot;
import com.example.blackbox.generics.Invoice;
import com.example.blackbox.generics.InvoiceCache;
import com.example.blackbox.generics.InvoiceSnapshot;
import com.example.blackbox.generics.Tag;
import com.example.blackbox.generics.TagCache;
import com.example.blackbox.generics.TagSnapshot;
import com.example.stranger.support.Dice;
import java.util.List;

/** Generic and precompiled superclasses. */
final class GenericModels {
    private GenericModels() {}

    static List<Model<?, ?, ?, ?>> all() {
        return List.of(country(), tag(), invoice());
    }

    private static Model<?, ?, ?, ?> country() {
        return Model.of(
                        Country.class,
                        CountryCache.class,
                        CountryCache::builder,
                        CountrySnapshot::of,
                        CountrySnapshot::id)
                .rows(CountrySnapshot::find, CountrySnapshot::reference, GenericModels::countryRow)
                .unique(new Unique<>(
                        "code",
                        CountrySnapshot::code,
                        CountryCache::getByCode,
                        CountryCache::getManyByCode,
                        CountryCache::peekByCode,
                        CountryCache::isCachedByCode,
                        CountryCache::invalidateByCode,
                        CountryCache::clearCodeIndex));
    }

    private static Country countryRow(Dice dice) {
        Country row = new Country();
        row.setId(dice.unique());
        row.setCode(dice.maybe(dice::integer));
        row.setTitle(dice.maybe(dice::text));
        return row;
    }

    private static Model<?, ?, ?, ?> tag() {
        return Model.of(Tag.class, TagCache.class, TagCache::builder, TagSnapshot::of, TagSnapshot::id)
                .rows(TagSnapshot::find, TagSnapshot::reference, GenericModels::tagRow)
                .unique(new Unique<>(
                        "code",
                        TagSnapshot::code,
                        TagCache::getByCode,
                        TagCache::getManyByCode,
                        TagCache::peekByCode,
                        TagCache::isCachedByCode,
                        TagCache::invalidateByCode,
                        TagCache::clearCodeIndex));
    }

    private static Tag tagRow(Dice dice) {
        Tag row = new Tag();
        row.setId(dice.number());
        row.setCode(dice.maybe(dice::uuid));
        row.setName(dice.maybe(dice::text));
        return row;
    }

    private static Model<?, ?, ?, ?> invoice() {
        return Model.of(
                        Invoice.class,
                        InvoiceCache.class,
                        InvoiceCache::builder,
                        InvoiceSnapshot::of,
                        InvoiceSnapshot::id)
                .rows(InvoiceSnapshot::find, InvoiceSnapshot::reference, GenericModels::invoiceRow)
                .unique(new Unique<>(
                        "reference",
                        InvoiceSnapshot::reference,
                        InvoiceCache::getByReference,
                        InvoiceCache::getManyByReference,
                        InvoiceCache::peekByReference,
                        InvoiceCache::isCachedByReference,
                        InvoiceCache::invalidateByReference,
                        InvoiceCache::clearReferenceIndex));
    }

    private static Invoice invoiceRow(Dice dice) {
        Invoice row = new Invoice();
        row.setId(dice.integer());
        row.setReference(dice.maybe(dice::unique));
        row.setCreatedAt(dice.maybe(dice::instant));
        row.setTotal(dice.maybe(dice::decimal));
        return row;
    }
}
