package io.turnkey.processor.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.palantir.javapoet.ClassName;
import io.turnkey.spi.ContractLevel;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

/** The processor knows the runtime by names only. */
class RuntimeTypesTest {
    @Test
    void everyNameIsAClass() throws IllegalAccessException {
        for (Field field : RuntimeTypes.class.getDeclaredFields()) {
            if (field.getType() == ClassName.class) {
                String name = ((ClassName) field.get(null)).reflectionName();
                assertThatCode(() -> Class.forName(name, false, getClass().getClassLoader()))
                        .as(field.getName())
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void codeIsGeneratedForTheLevelOfThisRuntime() {
        assertThat(RuntimeTypes.CONTRACT_LEVEL).isEqualTo(ContractLevel.CURRENT);
    }
}
