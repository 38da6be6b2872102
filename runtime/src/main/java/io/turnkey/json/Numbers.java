package io.turnkey.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Numbers, written exactly. */
final class Numbers {
    /** How many zeros a {@code BigDecimal} may stand for: with more, those who make an integer of it run out of memory. */
    static final int SCALE = 100_000;

    private Numbers() {}

    static Map<Class<?>, Codec> codecs() {
        Map<Class<?>, Codec> codecs = new HashMap<>();
        add(codecs, byte.class, Byte.class, new Whole("byte", Byte.MIN_VALUE, Byte.MAX_VALUE, n -> (byte) n));
        add(codecs, short.class, Short.class, new Whole("short", Short.MIN_VALUE, Short.MAX_VALUE, n -> (short) n));
        add(codecs, int.class, Integer.class, new Whole("int", Integer.MIN_VALUE, Integer.MAX_VALUE, n -> (int) n));
        add(codecs, long.class, Long.class, new Whole("long", Long.MIN_VALUE, Long.MAX_VALUE, n -> n));
        add(codecs, float.class, Float.class, new Floating("float", Float::valueOf, n -> !Float.isInfinite((float) n)));
        add(codecs, double.class, Double.class, new Floating("double", Double::valueOf, n -> !Double.isInfinite(n)));
        codecs.put(BigInteger.class, new Exact("BigInteger", "a whole number", false, BigInteger::new));
        codecs.put(BigDecimal.class, new Exact("BigDecimal", "a number", true, Numbers::decimal));
        return codecs;
    }

    private static void add(Map<Class<?>, Codec> codecs, Class<?> primitive, Class<?> boxed, Codec codec) {
        codecs.put(boxed, codec);
        codecs.put(primitive, Codec.primitive(codec));
    }

    private static BigDecimal decimal(String text) {
        BigDecimal decimal = new BigDecimal(text);
        if (Math.abs((long) decimal.scale()) > SCALE) {
            throw new ArithmeticException("its scale is beyond " + SCALE);
        }
        return decimal;
    }

    /** A whole number of fixed size. */
    private record Whole(String name, long least, long most, LongFunction<Object> make) implements Codec {
        @Override
        public Schema schema() {
            return new Schema.Scalar(name);
        }

        @Override
        public void write(Object value, Output out) throws IOException {
            out.json().writeNumber(((Number) value).longValue());
        }

        @Override
        public Object read(Input in) throws IOException {
            if (in.at(JsonToken.VALUE_NUMBER_INT)) {
                try {
                    long number = Long.parseLong(in.text());
                    if (number >= least && number <= most) {
                        return make.apply(number);
                    }
                } catch (NumberFormatException e) {
                    // Beyond a long: refused as any other number that is too large.
                }
            }
            throw in.expected("a whole number from " + least + " to " + most);
        }
    }

    /** A floating-point number; those that JSON does not have are texts. */
    private record Floating(String name, Function<String, Number> parse, DoublePredicate finite) implements Codec {
        @Override
        public Schema schema() {
            return new Schema.Scalar(name);
        }

        @Override
        public void write(Object value, Output out) throws IOException {
            if (Double.isFinite(((Number) value).doubleValue())) {
                out.json().writeNumber(value.toString());
            } else {
                out.text(value.toString());
            }
        }

        @Override
        public Object read(Input in) throws IOException {
            if (in.at(JsonToken.VALUE_NUMBER_INT) || in.at(JsonToken.VALUE_NUMBER_FLOAT)) {
                Number number = parse.apply(in.text());
                if (finite.test(number.doubleValue())) {
                    return number;
                }
            } else if (in.at(JsonToken.VALUE_STRING)) {
                switch (in.text()) {
                    case "NaN", "Infinity", "-Infinity" -> {
                        return parse.apply(in.text());
                    }
                    default -> {}
                }
            }
            throw in.expected("a number of a " + name + ", \"NaN\", \"Infinity\" or \"-Infinity\"");
        }
    }

    /** A number of any size, within {@link Jackson#NUMBER} and {@link #SCALE}. */
    private record Exact(String name, String expected, boolean fraction, Function<String, Number> parse)
            implements Codec {
        @Override
        public Schema schema() {
            return new Schema.Scalar(name);
        }

        @Override
        public void write(Object value, Output out) throws IOException {
            if (value instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) > SCALE) {
                throw out.refuse("the scale of a BigDecimal is beyond " + SCALE, null);
            }
            out.number(value.toString());
        }

        @Override
        public Object read(Input in) throws IOException {
            if (in.at(JsonToken.VALUE_NUMBER_INT) || (fraction && in.at(JsonToken.VALUE_NUMBER_FLOAT))) {
                try {
                    return parse.apply(in.text());
                } catch (ArithmeticException | NumberFormatException e) {
                    throw in.refuse("is a number whose scale is beyond " + SCALE);
                }
            }
            throw in.expected(expected);
        }
    }
}
