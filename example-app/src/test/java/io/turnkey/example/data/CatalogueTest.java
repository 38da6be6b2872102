package io.turnkey.example.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.example.model.Book;
import io.turnkey.example.model.Gadget;
import io.turnkey.example.model.Product;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private final List<Product> products = IntStream.rangeClosed(1, ShopSize.FULL.products())
            .mapToObj(Catalogue::product)
            .toList();

    @Test
    void holds_at_least_twenty_thousand_books_and_gadgets() {
        assertThat(products).hasSizeGreaterThanOrEqualTo(20_000).hasAtLeastOneElementOfType(Book.class);
        assertThat(products).hasAtLeastOneElementOfType(Gadget.class);
    }

    @Test
    void gives_each_product_a_sku_and_a_valid_barcode_of_its_own() {
        assertThat(products).extracting(Product::getSku).doesNotHaveDuplicates();
        assertThat(products)
                .extracting(Product::getBarcode)
                .doesNotHaveDuplicates()
                .allMatch(Barcode::isValid);
    }

    @Test
    void asks_a_price_that_the_column_can_hold() {
        assertThat(products).extracting(Product::getPrice).allSatisfy(price -> {
            assertThat(price).isPositive();
            assertThat(price.scale()).isEqualTo(2);
            assertThat(price.precision()).isLessThanOrEqualTo(10);
        });
    }

    @Test
    void is_the_same_in_every_run() {
        assertThat(Catalogue.product(4711)).usingRecursiveComparison().isEqualTo(Catalogue.product(4711));
        assertThat(Catalogue.product(1).getBarcode()).isEqualTo("2100000000012");
    }

    @ParameterizedTest
    @CsvSource({
        "4006381333931, true",
        "9780306406157, true",
        "4006381333930, false",
        "4006381333913, false",
        "400638133393, false",
        "400638133393X, false"
    })
    void recognizes_the_check_digit_of_published_barcodes(String barcode, boolean valid) {
        assertThat(Barcode.isValid(barcode)).isEqualTo(valid);
    }
}
