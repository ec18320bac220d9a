package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.Probe;
import io.github.untilfixed.verdict.Verdict;
import java.net.ConnectException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One probe stands for all tests of its incident: none of them runs into the outage by itself. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProbesTests {

    /** Lets go of the threads that nothing else can end. */
    private static final CountDownLatch OVER = new CountDownLatch(1);

    private static final AtomicInteger ENTERED = new AtomicInteger();

    /** What a probe does, and whether it blocks the tests where the symptom is a refusal, and where it is a timeout. */
    enum Answer {
        REFUSED(RefusedProbe.class, true, false),
        HANGS(HangingProbe.class, false, true),
        HANGS_AND_HEARS_NO_INTERRUPT(DeafProbe.class, false, true),
        HANGS_WHEN_IT_IS_MADE(UnmadeProbe.class, false, true),
        HEALTHY(HealthyProbe.class, false, false),
        BROKEN(BrokenProbe.class, false, false),
        REFUSED_WITHOUT_AN_END(EndlessProbe.class, true, false);

        private final Class<? extends Probe> probe;
        private final boolean refused;
        private final boolean timedOut;

        Answer(Class<? extends Probe> probe, boolean refused, boolean timedOut) {
            this.probe = probe;
            this.refused = refused;
            this.timedOut = timedOut;
        }
    }

    @AfterAll
    static void letGo() {
        OVER.countDown();
    }

    @ParameterizedTest
    @EnumSource
    void blockTheTestsOfAnIncidentThatRefuses(Answer answer) {
        check(answer, "{message: refused}", answer.refused);
    }

    @ParameterizedTest
    @EnumSource
    void blockTheTestsOfAnIncidentThatTimesOut(Answer answer) {
        check(answer, "{message: timed out, origin: timeout}", answer.timedOut);
    }

    private static void check(Answer answer, String symptom, boolean blocks) {
        ENTERED.set(0);
        var result = kit(answer, symptom).run();

        assertThat(result.journal().end()).isPresent();
        assertThat(result.test("other").verdict()).isEqualTo(Verdict.PASSED);
        if (blocks) {
            assertThat(ENTERED).as("set-ups and bodies that were entered").hasValue(0);
            assertThat(result.verdicts()).filteredOn(Verdict.GATED::equals).hasSize(6);
            assertThat(result.isConsistent().journal().tests())
                    .filteredOn(test -> test.verdict() == Verdict.GATED)
                    .allSatisfy(test -> {
                        assertThat(test.incident()).isEqualTo("1278");
                        assertThat(test.outcome().bodyRan()).isFalse();
                        assertThat(test.outcome().reason()).contains("blocked by incident 1278: its probe shows");
                    });
        } else {
            assertThat(result.verdicts()).doesNotContain(Verdict.GATED);
            assertThat(ENTERED).hasPositiveValue();
        }
    }

    @Test
    void areNotAskedAfterTheFlip() {
        ENTERED.set(0);
        var result = kit(Answer.REFUSED, "{message: refused}").postFix().run();

        assertThat(result.verdicts()).doesNotContain(Verdict.GATED, Verdict.UNVERIFIED);
        assertThat(ENTERED).hasPositiveValue();
    }

    private static HarnessTestKit kit(Answer answer, String symptom) {
        return harness(DependingTestCases.class, DependingClassTestCases.class, OtherTestCases.class)
                .registry("""
                incidents:
                  - id: "1278"
                    title: The database cannot be reached
                    kind: infrastructure
                    owner: platform
                    opened: 2025-09-15
                    review-by: 2099-12-31
                    symptoms:
                      there: %s
                    probe:
                      class: %s
                      timeout: 300ms
                """.formatted(symptom, answer.probe.getName()));
    }

    /** Hears no interrupt. */
    private static void hang() {
        boolean over = false;
        while (!over) {
            try {
                OVER.await();
                over = true;
            } catch (InterruptedException e) {
                // Deaf on purpose: the limit must hold all the same.
                over = false;
            }
        }
    }

    /** Shows the incident. */
    public static final class RefusedProbe implements Probe {
        @Override
        public void check() throws ConnectException {
            throw new ConnectException("Connection refused");
        }
    }

    /** Never answers. */
    public static final class HangingProbe implements Probe {
        @Override
        public void check() throws InterruptedException {
            OVER.await();
        }
    }

    /** Never answers, whatever is done to it. */
    public static final class DeafProbe implements Probe {
        @Override
        public void check() {
            hang();
        }
    }

    /** Never comes to be. */
    public static final class UnmadeProbe implements Probe {

        /** Never returns. */
        public UnmadeProbe() {
            hang();
        }

        @Override
        public void check() {}
    }

    /** Shows nothing. */
    public static final class HealthyProbe implements Probe {
        @Override
        public void check() {}
    }

    /** Has a fault of its own. */
    public static final class BrokenProbe implements Probe {
        @Override
        public void check() {
            throw new IllegalStateException("no configuration");
        }
    }

    /** Shows the incident by an exception whose causes never end. */
    public static final class EndlessProbe implements Probe {
        @Override
        public void check() {
            throw new BottomlessTests.EndlessException("Connection refused");
        }
    }

    @FailsUntilFixed("1278")
    static class DependingTestCases {
        @BeforeAll
        static void setUpAll() {
            ENTERED.incrementAndGet();
        }

        @BeforeEach
        void setUp() {
            ENTERED.incrementAndGet();
        }

        @Test
        void one() {
            ENTERED.incrementAndGet();
        }

        @RepeatedTest(30)
        void repeated() {
            ENTERED.incrementAndGet();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int number) {
            ENTERED.incrementAndGet();
        }

        @TestFactory
        Stream<DynamicNode> factory() {
            ENTERED.incrementAndGet();
            return Stream.of(dynamicTest("one", ENTERED::incrementAndGet));
        }

        @Nested
        class Inner {
            @Test
            void nested() {
                ENTERED.incrementAndGet();
            }
        }
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    @FailsUntilFixed("1278")
    static class DependingClassTestCases {
        @Parameter
        int number;

        @Test
        void test() {
            ENTERED.incrementAndGet();
        }
    }

    static class OtherTestCases {
        @Test
        void other() {}
    }
}
