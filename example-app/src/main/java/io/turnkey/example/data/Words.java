package io.turnkey.example.data;

import java.util.List;
import java.util.random.RandomGenerator;

/** The words that the catalogue and its customers are made of. */
final class Words {
    static final List<String> FIRST_NAMES = words(
            "Ada Amara Anton Beatriz Bilal Carmen Chiara Daan Daniela Dmitri Elif Emma Farid Felix Giulia Greta Hana Hiroshi Ines Ivan Jonas Julia Kaito"
                    + " Kwame Leila Lucas Maja Mateo Mina Nadia Noah Olga Oscar Paula Pedro Priya Ravi Rosa Samira Sven Tariq Thea Uma Victor Wanda Xenia Yusuf Zora");

    static final List<String> LAST_NAMES = words(
            "Almeida Andersen Banerjee Bauer Bianchi Castro Chen Costa Dahl Diallo Dubois Eriksen Fischer Fontaine Garcia Greco Haddad Hansen Ito Jansen"
                    + " Kaya Keller Kim Kowalski Lange Lehto Lopez Mensah Meyer Moreau Nakamura Novak Okafor Olsen Patel Peeters Petrov Ricci Rossi Santos Sato"
                    + " Schmidt Silva Singh Smit Tanaka Torres Weber Yilmaz Zhang");

    static final List<String> STREETS = words(
            "Mill Station Church Garden Harbour School Market Bridge Lake Forest Castle Tower Linden Rose River King");

    static final List<Place> PLACES = List.of(
            new Place("Amsterdam", "NL"),
            new Place("Utrecht", "NL"),
            new Place("Berlin", "DE"),
            new Place("Hamburg", "DE"),
            new Place("Vienna", "AT"),
            new Place("Paris", "FR"),
            new Place("Lyon", "FR"),
            new Place("Milan", "IT"),
            new Place("Turin", "IT"),
            new Place("Lisbon", "PT"),
            new Place("Madrid", "ES"),
            new Place("Warsaw", "PL"),
            new Place("Oslo", "NO"),
            new Place("Tokyo", "JP"),
            new Place("Mumbai", "IN"),
            new Place("Accra", "GH"),
            new Place("Toronto", "CA"),
            new Place("Boston", "US"));

    static final List<String> TITLE_ADJECTIVES =
            words("Silent Distant Early Hidden Burning Quiet Broken Golden Last Second Northern Borrowed Patient Salt");

    static final List<String> TITLE_NOUNS = words(
            "Harbour Orchard Compass Winter River Kitchen Island Archive Window Garden Letter Mountain Clock Bridge");

    static final List<String> BRANDS = words("Norvik Lumo Aster Kestrel Pico Halden Tavola Verda");

    static final List<String> MODELS = words("One Mini Pro Air Duo Max Classic Studio");

    private Words() {}

    static <T> T any(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /** A city and its country's code. */
    record Place(String city, String country) {}
}
