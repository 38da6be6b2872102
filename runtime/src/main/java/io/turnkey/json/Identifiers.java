package io.turnkey.json;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Classes of the JDK that name something. */
final class Identifiers {
    /** How often {@code jar:} may nest in a URL: the JDK parses it by recursion. */
    private static final int NESTED = 8;

    private Identifiers() {}

    static Map<Class<?>, Codec> codecs() {
        String address = "192.0.2.1\" or \"2001:db8:0:0:0:0:0:1";
        return List.of(
                        new TextCodec<>(
                                        "UUID",
                                        new UUID(0, 1).toString(),
                                        UUID.class,
                                        UUID::toString,
                                        Identifiers::uuid)
                                .as(
                                        (value, out) -> {
                                            out.int64(((UUID) value).getMostSignificantBits());
                                            out.int64(((UUID) value).getLeastSignificantBits());
                                        },
                                        in -> new UUID(in.int64(), in.int64())),
                        new TextCodec<>("URI", "https://example.com/", URI.class, URI::toString, URI::new),
                        new TextCodec<>(
                                "URL", "https://example.com/", URL.class, Identifiers::format, Identifiers::url),
                        new TextCodec<>("Path", "folder/file", Path.class, Identifiers::format, Path::of),
                        new TextCodec<>(
                                "Currency", "EUR", Currency.class, Currency::getCurrencyCode, Currency::getInstance),
                        new TextCodec<>("Locale", "en-GB", Locale.class, Identifiers::format, Identifiers::locale),
                        new TextCodec<>("InetAddress", address, InetAddress.class, Addresses::format, Addresses::parse),
                        new TextCodec<>("Inet4Address", address, Inet4Address.class, Addresses::format, text ->
                                (Inet4Address) Addresses.parse(text)),
                        new TextCodec<>("Inet6Address", address, Inet6Address.class, Addresses::format, text ->
                                (Inet6Address) Addresses.parse(text)))
                .stream()
                .collect(Collectors.toMap(TextCodec::type, codec -> codec));
    }

    /** Unlike the JDK, which takes {@code 1-1-1-1-1} too. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException();
        }
        return uuid;
    }

    private static String format(URL url) {
        String text = url.toExternalForm();
        if (text.split("!/", NESTED + 2).length > NESTED + 1) {
            throw new IllegalArgumentException("it nests too deep");
        }
        return text;
    }

    private static URL url(String text) throws MalformedURLException {
        if (text.split("!/", NESTED + 2).length > NESTED + 1) {
            throw new MalformedURLException();
        }
        return new URL(text);
    }

    private static String format(Path path) {
        if (!path.getFileSystem().equals(FileSystems.getDefault())) {
            throw new IllegalArgumentException("it is in another file system");
        }
        return path.toString();
    }

    /** A language tag, or with underscores what no tag can say. */
    private static String format(Locale locale) {
        String tag = locale.toLanguageTag();
        String parts = locale.getLanguage() + "_" + locale.getCountry() + "_" + locale.getVariant();
        if (locale(tag).equals(locale)) {
            return tag;
        }
        if (locale(parts).equals(locale)) {
            return parts;
        }
        throw new IllegalArgumentException("no language tag says it");
    }

    private static Locale locale(String text) {
        String[] parts = text.split("_", 3);
        return parts.length == 3
                ? new Locale(parts[0], parts[1], parts[2])
                : new Locale.Builder().setLanguageTag(text).build();
    }
}
