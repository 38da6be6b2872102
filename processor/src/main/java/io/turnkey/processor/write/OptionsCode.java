package io.turnkey.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.turnkey.processor.model.Option;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Makes {@code CacheOptions} of what differs from the defaults. */
final class OptionsCode {
    private static final Pattern THOUSANDS = Pattern.compile("\\B(?=(\\d{3})+$)");

    private OptionsCode() {}

    static CodeBlock of(List<Option> options) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.builder()$>$>", RuntimeTypes.CACHE_OPTIONS);
        options.forEach(option -> code.add("\n.$L($L)", option.name(), value(option)));
        return code.add("\n.build()$<$<").build();
    }

    private static CodeBlock value(Option option) {
        Object value = option.value();
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        if (value instanceof Integer number) {
            return number == Integer.MAX_VALUE
                    ? CodeBlock.of("$T.UNLIMITED", RuntimeTypes.CACHE_OPTIONS)
                    : CodeBlock.of("$L", THOUSANDS.matcher(number.toString()).replaceAll("_"));
        }
        return value instanceof String mode
                ? CodeBlock.of("$T.$L", RuntimeTypes.LOAD_MODE, mode)
                : CodeBlock.of("$L", value);
    }

    private static CodeBlock duration(Duration duration) {
        if (duration.getSeconds() == Long.MAX_VALUE) {
            return CodeBlock.of("$T.FOREVER", RuntimeTypes.CACHE_OPTIONS);
        }
        if (duration.isZero()) {
            return CodeBlock.of("$T.ZERO", Duration.class);
        }
        if (duration.getNano() % 1_000_000 != 0) {
            return CodeBlock.of("$T.parse($S)", Duration.class, duration);
        }
        if (duration.getNano() != 0) {
            return of("Millis", duration.toMillis());
        }
        long seconds = duration.getSeconds();
        if (seconds % 86_400 == 0) {
            return of("Days", seconds / 86_400);
        }
        if (seconds % 3_600 == 0) {
            return of("Hours", seconds / 3_600);
        }
        return seconds % 60 == 0 ? of("Minutes", seconds / 60) : of("Seconds", seconds);
    }

    private static CodeBlock of(String unit, long amount) {
        return amount > Integer.MAX_VALUE
                ? CodeBlock.of("$T.of$L($LL)", Duration.class, unit, amount)
                : CodeBlock.of("$T.of$L($L)", Duration.class, unit, amount);
    }
}
