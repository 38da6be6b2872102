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

    /** How many bytes a number of {@link Jackson#NUMBER} digits takes: somebody will make a text of it. */
    private static final int BYTES = 4_153;

    private Numbers() {}

    static Map<Class<?>, Codec> codecs() {
        Map<Class<?>, Codec> codecs = new HashMap<>();
        add(
                codecs,
                byte.class,
                Byte.class,
                new Whole(
                        "byte",
                        Byte.MIN_VALUE,
                        Byte.MAX_VALUE,
                        n -> (byte) n,
                        new Binary((value, out) -> out.int8((Byte) value), BinaryInput::int8)));
        add(
                codecs,
                short.class,
                Short.class,
                new Whole(
                        "short",
                        Short.MIN_VALUE,
                        Short.MAX_VALUE,
                        n -> (short) n,
                        new Binary((value, out) -> out.int16((Short) value), in -> (short) in.int16())));
        add(
                codecs,
                int.class,
                Integer.class,
                new Whole(
                        "int",
                        Integer.MIN_VALUE,
                        Integer.MAX_VALUE,
                        n -> (int) n,
                        new Binary((value, out) -> out.int32((Integer) value), BinaryInput::int32)));
        add(
                codecs,
                long.class,
                Long.class,
                new Whole(
                        "long",
                        Long.MIN_VALUE,
                        Long.MAX_VALUE,
                        n -> n,
                        new Binary((value, out) -> out.int64((Long) value), BinaryInput::int64)));
        add(
                codecs,
                float.class,
                Float.class,
                new Floating(
                        "float",
                        Float::valueOf,
                        n -> !Float.isInfinite((float) n),
                        new Binary(
                                (value, out) -> out.int32(Float.floatToRawIntBits((Float) value)),
                                in -> Float.intBitsToFloat(in.int32()))));
        add(
                codecs,
                double.class,
                Double.class,
                new Floating(
                        "double",
                        Double::valueOf,
                        n -> !Double.isInfinite(n),
                        new Binary(
                                (value, out) -> out.int64(Double.doubleToRawLongBits((Double) value)),
                                in -> Double.longBitsToDouble(in.int64()))));
        codecs.put(
                BigInteger.class,
                new Exact(
                        "BigInteger",
                        "a whole number",
                        false,
                        BigInteger::new,
                        new Binary((value, out) -> encode((BigInteger) value, out), Numbers::integer)));
        codecs.put(
                BigDecimal.class,
                new Exact(
                        "BigDecimal",
                        "a number",
                        true,
                        Numbers::decimal,
                        new Binary((value, out) -> encode((BigDecimal) value, out), Numbers::decimal)));
        return codecs;
    }

    private static void add(Map<Class<?>, Codec> codecs, Class<?> primitive, Class<?> boxed, Codec codec) {
        codecs.put(boxed, codec);
        codecs.put(primitive, Codec.primitive(codec));
    }

    private static boolean isBeyond(int scale) {
        return Math.abs((long) scale) > SCALE;
    }

    private static void encode(BigInteger value, BinaryOutput out) {
        byte[] bytes = value.toByteArray();
        if (bytes.length > BYTES) {
            throw out.refuse("a number of " + bytes.length + " bytes is longer than it may be", null);
        }
        out.bytes(bytes);
    }

    private static BigInteger integer(BinaryInput in) {
        byte[] bytes = in.bytes();
        if (bytes.length == 0 || bytes.length > BYTES) {
            throw in.refuse("is no number of 1 to " + BYTES + " bytes");
        }
        return new BigInteger(bytes);
    }

    private static void encode(BigDecimal value, BinaryOutput out) {
        if (isBeyond(value.scale())) {
            throw out.refuse("the scale of a BigDecimal is beyond " + SCALE, null);
        }
        out.int32(value.scale());
        encode(value.unscaledValue(), out);
    }

    private static BigDecimal decimal(BinaryInput in) {
        int scale = in.int32();
        if (isBeyond(scale)) {
            throw in.refuse("is a number whose scale is beyond " + SCALE);
        }
        return new BigDecimal(integer(in), scale);
    }

    private static BigDecimal decimal(String text) {
        BigDecimal decimal = new BigDecimal(text);
        if (isBeyond(decimal.scale())) {
            throw new ArithmeticException("its scale is beyond " + SCALE);
        }
        return decimal;
    }

    /** A whole number of fixed size. */
    private record Whole(String name, long least, long most, LongFunction<Object> make, Binary binary)
            implements Codec {
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
    private record Floating(String name, Function<String, Number> parse, DoublePredicate finite, Binary binary)
            implements Codec {
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
    private record Exact(String name, String expected, boolean fraction, Function<String, Number> parse, Binary binary)
            implements Codec {
        @Override
        public Schema schema() {
            return new Schema.Scalar(name);
        }

        @Override
        public void write(Object value, Output out) throws IOException {
            if (value instanceof BigDecimal decimal && isBeyond(decimal.scale())) {
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
