package io.github.untilfixed.engine.tiered;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.InfrastructureTier;
import io.github.untilfixed.UnitTier;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Classes of every kind of tier, in a package of their own, and a note of each method that Jupiter finds. */
@DisplayNameGeneration(TieredTestCases.Noting.class)
public class TieredTestCases {

    /** The classes that are asked for one by one. */
    public static final List<Class<?>> ALL =
            List.of(Infrastructure.class, Mixed.class, Plain.class, Unit.class, Unit2.class);

    /** The methods in the order in which Jupiter found them, as often as it found them. */
    public static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    /** Is asked for a name each time that Jupiter finds a method. */
    static class Noting extends DisplayNameGenerator.Standard {

        @Override
        public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> type, Method method) {
            FOUND.add(method.getName());
            return super.generateDisplayNameForMethod(enclosing, type, method);
        }
    }

    @InfrastructureTier
    public static class Infrastructure extends TieredTestCases {

        @Test
        void infrastructure() {
            assertThat(ALL).isNotEmpty();
        }
    }

    public static class Mixed extends TieredTestCases {

        @Test
        @UnitTier
        void mixedUnit() {
            assertThat(ALL).isNotEmpty();
        }

        @Test
        void mixedPlain() {
            assertThat(ALL).isNotEmpty();
        }

        @Test
        @InfrastructureTier
        void mixedInfrastructure() {
            assertThat(ALL).isNotEmpty();
        }
    }

    public static class Plain extends TieredTestCases {

        @Test
        void plain() {
            assertThat(ALL).isNotEmpty();
        }
    }

    @UnitTier
    public static class Unit extends TieredTestCases {

        @Test
        void unit() {
            assertThat(ALL).isNotEmpty();
        }

        @Nested
        public class Inner {

            @Test
            void inner() {
                assertThat(ALL).isNotEmpty();
            }
        }
    }

    @UnitTier
    public static class Unit2 extends TieredTestCases {

        @Test
        void unit2() {
            assertThat(ALL).isNotEmpty();
        }
    }
}
