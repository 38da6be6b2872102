package io.turnkey.hibernate.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F45")
class OriginTest {
    @Test
    void classes_that_live_on_do_not_keep_an_undeployed_application() throws Exception {
        WeakReference<ClassLoader> undeployed = used();

        for (int i = 0; i < 50 && undeployed.get() != null; i++) {
            System.gc();
        }

        assertThat(undeployed.get()).isNull();
    }

    /** The class loader of an application of its own that has asked where a call comes from. */
    private static WeakReference<ClassLoader> used() throws Exception {
        URL classes = Origin.class.getProtectionDomain().getCodeSource().getLocation();
        try (OwnClasses application = new OwnClasses(classes)) {
            Method ofCaller = application.loadClass(Origin.class.getName()).getDeclaredMethod("ofCaller");
            ofCaller.setAccessible(true);
            assertThat(ofCaller.invoke(null)).hasToString(Origin.NATIVE.name());
            return new WeakReference<>(application);
        }
    }

    /** Has a Turnkey of its own, and shares the rest. */
    private static final class OwnClasses extends URLClassLoader {
        OwnClasses(URL classes) {
            super(new URL[] {classes}, OriginTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.turnkey.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> own = findLoadedClass(name);
                return own == null ? findClass(name) : own;
            }
        }
    }
}
