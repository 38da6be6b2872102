package com.example.stranger.model;

import com.example.blackbox.values.Article;
import com.example.blackbox.values.ArticleCache;
import com.example.blackbox.values.ArticleSnapshot;
import com.example.blackbox.values.Awkward;
import com.example.blackbox.values.AwkwardCache;
import com.example.blackbox.values.AwkwardSnapshot;
import com.example.blackbox.values.Keyless;
import com.example.blackbox.values.KeylessCache;
import com.example.blackbox.values.KeylessSnapshot;
import com.example.blackbox.values.Login;
import com.example.blackbox.values.LoginCache;
import com.example.blackbox.values.LoginSnapshot;
import com.example.blackbox.values.Money;
import com.example.blackbox.values.Wide;
import com.example.blackbox.values.WideCache;
import com.example.blackbox.values.WideSnapshot;
import com.example.stranger.support.Dice;
import java.util.List;

/** Converters, awkward names, secrets, no key and many attributes. */
final class NameModels {
    private NameModels() {}

    static List<Model<?, ?, ?, ?>> all() {
        return List.of(article(), awkward(), keyless(), login(), wide());
    }

    private static Model<?, ?, ?, ?> article() {
        return Model.of(
                        Article.class,
                        ArticleCache.class,
                        ArticleCache::builder,
                        ArticleSnapshot::of,
                        ArticleSnapshot::id)
                .rows(ArticleSnapshot::find, ArticleSnapshot::reference, NameModels::articleRow)
                .unique(new Unique<>(
                        "deposit",
                        ArticleSnapshot::deposit,
                        ArticleCache::getByDeposit,
                        ArticleCache::getManyByDeposit,
                        ArticleCache::peekByDeposit,
                        ArticleCache::isCachedByDeposit,
                        ArticleCache::invalidateByDeposit,
                        ArticleCache::clearDepositIndex))
                .listed(new Listed<>(
                        "listed",
                        ArticleSnapshot::listed,
                        ArticleCache::listByListed,
                        ArticleCache::listManyByListed,
                        ArticleCache::isCachedByListed,
                        ArticleCache::invalidateByListed,
                        ArticleCache::clearListedIndex));
    }

    private static Article articleRow(Dice dice) {
        Article row = new Article();
        row.id = dice.number();
        row.price = dice.maybe(() -> new Money(dice.number(), "EUR"));
        row.deposit = dice.maybe(() -> new Money(dice.next(), "USD"));
        row.stocked = dice.maybe(dice::flag);
        row.listed = dice.maybe(dice::flag);
        return row;
    }

    private static Model<?, ?, ?, ?> awkward() {
        return Model.of(
                        Awkward.class,
                        AwkwardCache.class,
                        AwkwardCache::builder,
                        AwkwardSnapshot::of,
                        AwkwardSnapshot::key)
                .rows(AwkwardSnapshot::find, AwkwardSnapshot::reference, NameModels::awkwardRow)
                .unique(new Unique<>(
                        "wait",
                        AwkwardSnapshot::wait_,
                        AwkwardCache::getByWait,
                        AwkwardCache::getManyByWait,
                        AwkwardCache::peekByWait,
                        AwkwardCache::isCachedByWait,
                        AwkwardCache::invalidateByWait,
                        AwkwardCache::clearWaitIndex))
                .listed(new Listed<>(
                        "select",
                        AwkwardSnapshot::select,
                        AwkwardCache::listBySelect,
                        AwkwardCache::listManyBySelect,
                        AwkwardCache::isCachedBySelect,
                        AwkwardCache::invalidateBySelect,
                        AwkwardCache::clearSelectIndex));
    }

    private static Awkward awkwardRow(Dice dice) {
        Awkward row = new Awkward();
        row.key = dice.number();
        row.wait = dice.maybe(dice::unique);
        row.hashCode = dice.integer();
        row.select = dice.maybe(() -> dice.oneOf("x", "y"));
        row.notify = dice.maybe(dice::text);
        row.clone = dice.maybe(dice::text);
        row.toString = dice.maybe(dice::text);
        row.finalize = dice.maybe(dice::text);
        row.getClass = dice.maybe(dice::text);
        row.default_ = dice.maybe(dice::text);
        row.from = dice.maybe(dice::text);
        row.row = dice.maybe(dice::text);
        row.of = dice.maybe(dice::text);
        row.find = dice.maybe(dice::text);
        row.reference = dice.maybe(dice::text);
        row.entity = dice.maybe(dice::text);
        row.entityManager = dice.maybe(dice::text);
        row.engine = dice.maybe(dice::text);
        row.snapshot = dice.maybe(dice::text);
        row.other = dice.maybe(dice::text);
        row.text = dice.maybe(dice::text);
        row.record = dice.maybe(dice::text);
        row.value = dice.maybe(dice::text);
        row.values = dice.maybe(dice::text);
        row.equals = dice.maybe(dice::text);
        row.toEntity = dice.maybe(dice::text);
        row.String = dice.maybe(dice::text);
        row.Long = dice.maybe(dice::text);
        row._leading = dice.maybe(dice::text);
        row.UPPER = dice.maybe(dice::text);
        row.aB = dice.maybe(dice::text);
        row.straße = dice.maybe(dice::text);
        return row;
    }

    private static Model<?, ?, ?, ?> keyless() {
        return Model.of(
                        Keyless.class,
                        KeylessCache.class,
                        KeylessCache::builder,
                        KeylessSnapshot::of,
                        KeylessSnapshot::id)
                .rows(KeylessSnapshot::find, KeylessSnapshot::reference, NameModels::keylessRow);
    }

    private static Keyless keylessRow(Dice dice) {
        Keyless row = new Keyless();
        row.id = dice.number();
        return row;
    }

    private static Model<?, ?, ?, ?> login() {
        return Model.of(Login.class, LoginCache.class, LoginCache::builder, LoginSnapshot::of, LoginSnapshot::id)
                .rows(LoginSnapshot::find, LoginSnapshot::reference, NameModels::loginRow)
                .unique(new Unique<>(
                        "name",
                        LoginSnapshot::name,
                        LoginCache::getByName,
                        LoginCache::getManyByName,
                        LoginCache::peekByName,
                        LoginCache::isCachedByName,
                        LoginCache::invalidateByName,
                        LoginCache::clearNameIndex));
    }

    private static Login loginRow(Dice dice) {
        Login row = new Login();
        row.id = dice.number();
        row.name = dice.maybe(dice::unique);
        row.passwordHash = "hash-" + dice.next();
        row.apiToken = "token-" + dice.next();
        row.tokenVersion = dice.below(9);
        return row;
    }

    private static Model<?, ?, ?, ?> wide() {
        return Model.of(Wide.class, WideCache.class, WideCache::builder, WideSnapshot::of, WideSnapshot::id)
                .rows(WideSnapshot::find, WideSnapshot::reference, NameModels::wideRow);
    }

    private static Wide wideRow(Dice dice) {
        Wide row = new Wide();
        row.id = dice.number();
        row.a01 = dice.maybe(dice::integer);
        row.a08 = dice.maybe(dice::text);
        row.a59 = dice.maybe(dice::flag);
        row.a53 = dice.integer();
        return row;
    }
}
