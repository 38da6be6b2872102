package io.turnkey.processor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void everyNameIsThatOfAnAnnotation() throws IllegalAccessException {
        for (Field constant : Names.class.getDeclaredFields()) {
            String name = ((String) constant.get(null)).replace("KeyFields.List", "KeyFields$List");

            assertThatCode(() -> assertThat(Class.forName(name).isAnnotation()).isTrue())
                    .as(constant.getName())
                    .doesNotThrowAnyException();
        }
        assertThat(Arrays.asList(Names.class.getDeclaredFields())).hasSizeGreaterThan(30);
    }
}
