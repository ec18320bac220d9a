package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.Runs;
import io.github.untilfixed.verdict.Verdict;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A set-up that never returns has its end, and each of its tests a red verdict, wherever it hangs. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HangingSetUpTests {

    private static final String REGISTRY = Refusals.REGISTRY;
    private static final String TIMEOUTS_ARE_THE_SYMPTOM = """
            incidents:
              - id: "1278"
                title: The database cannot be reached
                kind: infrastructure
                owner: platform
                opened: 2025-09-15
                review-by: 2099-12-31
                symptoms:
                  hangs: {exceptions: java.util.concurrent.TimeoutException, origin: timeout}
            """;

    private static final AtomicInteger SET_UPS = new AtomicInteger();
    private static final AtomicInteger BODIES = new AtomicInteger();

    /** Lets go of the threads that nothing else can end. */
    private static final CountDownLatch OVER = new CountDownLatch(1);

    private static CountDownLatch interrupted = new CountDownLatch(1);

    /** Where the set-up of tests hangs that run only after the flip, and how many they are. */
    enum Place {
        BEFORE_EACH(BeforeEachTestCases.class, 2),
        BEFORE_EACH_OF_A_METHOD(MethodTestCases.class, 1),
        BEFORE_EACH_AROUND_A_NESTED_CLASS(AroundTestCases.class, 1),
        BEFORE_ALL(BeforeAllTestCases.class, 3),
        BEFORE_ALL_OF_METHODS_THAT_ALL_WAIT(AllMethodsTestCases.class, 2),
        BEFORE_ALL_AROUND_A_NESTED_CLASS(AroundAllTestCases.class, 1),
        CONSTRUCTOR(ConstructorTestCases.class, 1);

        private final Class<?> fixture;
        private final int tests;

        Place(Class<?> fixture, int tests) {
            this.fixture = fixture;
            this.tests = tests;
        }
    }

    @AfterAll
    static void letGo() {
        OVER.countDown();
    }

    @BeforeEach
    void forget() {
        SET_UPS.set(0);
        BODIES.set(0);
        interrupted = new CountDownLatch(1);
    }

    @ParameterizedTest
    @EnumSource
    void isNotEnteredBeforeTheFlip(Place place) {
        var result = harness(place.fixture).registry(REGISTRY).run();

        assertThat(result.verdicts()).containsOnly(Verdict.SKIPPED).hasSize(place.tests);
        assertThat(result.journal().tests())
                .allSatisfy(test -> assertThat(test.flags()).containsExactly("POST_FIX_ONLY"));
        assertThat(SET_UPS).as("set-ups that were entered").hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void isRedAfterTheFlip(Place place) {
        var result = limited(place, REGISTRY);

        assertThat(result.verdicts()).containsOnly(Verdict.FAILED).hasSize(place.tests);
        assertThat(result.journal().tests()).allSatisfy(test -> {
            assertThat(test.outcome().failures().get(0).origin()).isEqualTo("TIMEOUT");
            assertThat(test.explanation()).contains("untilfixed.post-fix-timeout");
        });
        assertThat(BODIES).as("bodies that were entered").hasValue(0);
        assertThat(SET_UPS).as("set-ups that were entered").hasPositiveValue();
    }

    @ParameterizedTest
    @EnumSource
    void isStillBrokenWhereTimeoutsAreTheSymptom(Place place) {
        assertThat(limited(place, TIMEOUTS_ARE_THE_SYMPTOM).verdicts())
                .containsOnly(Verdict.STILL_BROKEN)
                .hasSize(place.tests);
    }

    private static HarnessTestKit.Result limited(Place place, String registry) {
        return harness(place.fixture)
                .registry(registry)
                .postFix()
                .with("untilfixed.post-fix-timeout", "200ms")
                .run()
                .isConsistent();
    }

    /** Other tests wait for it before the flip too, and for as long as they need. */
    @Test
    void ofAClassWithOtherTestsHasNoLimit() {
        assertThat(harness(MixedTestCases.class)
                        .registry(REGISTRY)
                        .postFix()
                        .with("untilfixed.post-fix-timeout", "50ms")
                        .run()
                        .isConsistent()
                        .verdicts())
                .containsExactly(Verdict.PASSED, Verdict.PASSED);
    }

    @ParameterizedTest
    @ValueSource(classes = {TimedEachTestCases.class, TimedAllTestCases.class})
    void thatATimeoutInterruptsIsRedUnlessTimeoutsAreTheSymptom(Class<?> fixture) {
        assertThat(harness(fixture).registry(REGISTRY).run().isConsistent().verdicts())
                .containsExactly(Verdict.FAILED_DIFFERENTLY, Verdict.FAILED_DIFFERENTLY);
        assertThat(harness(fixture)
                        .registry(REGISTRY)
                        .postFix()
                        .run()
                        .isConsistent()
                        .verdicts())
                .containsExactly(Verdict.FAILED, Verdict.FAILED);
        assertThat(harness(fixture)
                        .registry(TIMEOUTS_ARE_THE_SYMPTOM)
                        .run()
                        .isConsistent()
                        .verdicts())
                .containsExactly(Verdict.FAILED_AS_EXPECTED, Verdict.FAILED_AS_EXPECTED);
        assertThat(harness(fixture)
                        .registry(TIMEOUTS_ARE_THE_SYMPTOM)
                        .postFix()
                        .run()
                        .isConsistent()
                        .verdicts())
                .containsExactly(Verdict.STILL_BROKEN, Verdict.STILL_BROKEN);
        assertThat(BODIES).as("bodies that were entered").hasValue(0);
    }

    /** The limit has a thread of its own, which a shorter timeout of the test does not reach. */
    @Test
    void thatATimeoutEndsBeforeTheLimitDoesIsGivenUp() {
        var test = harness(ImpatientTestCases.class)
                .registry(REGISTRY)
                .postFix()
                .run()
                .isConsistent()
                .only();

        assertThat(test.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(test.outcome().failures().get(0).origin()).isEqualTo("TIMEOUT");
        await().atMost(Duration.ofSeconds(20)).until(() -> interrupted.getCount() == 0);
    }

    /** Hears no interrupt. */
    private static void hang() {
        SET_UPS.incrementAndGet();
        while (OVER.getCount() > 0) {
            try {
                OVER.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        }
    }

    private static void hangUntilInterrupted() throws InterruptedException {
        SET_UPS.incrementAndGet();
        try {
            OVER.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
    static class BeforeEachTestCases {
        @BeforeEach
        void setUp() {
            hang();
        }

        @Test
        void one() {
            BODIES.incrementAndGet();
        }

        @ParameterizedTest
        @ValueSource(ints = 1)
        void two(int number) {
            BODIES.incrementAndGet();
        }
    }

    static class MethodTestCases {
        @BeforeEach
        void setUp() {
            hang();
        }

        @Test
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        void test() {
            BODIES.incrementAndGet();
        }
    }

    static class AroundTestCases {
        @BeforeEach
        void setUp() {
            hang();
        }

        @Nested
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        class Inner {
            @Test
            void test() {
                BODIES.incrementAndGet();
            }
        }
    }

    @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
    static class BeforeAllTestCases {
        @BeforeAll
        static void setUp() {
            hang();
        }

        @Test
        void one() {
            BODIES.incrementAndGet();
        }

        @ParameterizedTest
        @ValueSource(ints = 1)
        void two(int number) {
            BODIES.incrementAndGet();
        }

        @Nested
        class Inner {
            @Test
            void three() {
                BODIES.incrementAndGet();
            }
        }
    }

    static class AllMethodsTestCases {
        @BeforeAll
        static void setUp() {
            hang();
        }

        @Test
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        void one() {
            BODIES.incrementAndGet();
        }

        @ParameterizedTest
        @ValueSource(ints = 1)
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        void two(int number) {
            BODIES.incrementAndGet();
        }
    }

    static class AroundAllTestCases {
        @BeforeAll
        static void setUp() {
            hang();
        }

        @Nested
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        class Inner {
            @Test
            void test() {
                BODIES.incrementAndGet();
            }
        }
    }

    @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
    static class ConstructorTestCases {
        ConstructorTestCases() {
            hang();
        }

        @Test
        void test() {
            BODIES.incrementAndGet();
        }
    }

    static class MixedTestCases {
        @BeforeAll
        static void setUp() throws InterruptedException {
            assertThat(OVER.await(300, TimeUnit.MILLISECONDS)).isFalse();
        }

        @Test
        @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
        void one() {
            assertThat(getClass()).isNotNull();
        }

        @Test
        void two() {
            assertThat(getClass()).isNotNull();
        }
    }

    @FailsUntilFixed("1278")
    static class TimedEachTestCases {
        @BeforeEach
        @Timeout(value = 100, unit = TimeUnit.MILLISECONDS)
        void setUp() throws InterruptedException {
            hangUntilInterrupted();
        }

        @Test
        void one() {
            BODIES.incrementAndGet();
        }

        @ParameterizedTest
        @ValueSource(ints = 1)
        void two(int number) {
            BODIES.incrementAndGet();
        }
    }

    @FailsUntilFixed("1278")
    static class TimedAllTestCases {
        @BeforeAll
        @Timeout(value = 100, unit = TimeUnit.MILLISECONDS)
        static void setUp() throws InterruptedException {
            hangUntilInterrupted();
        }

        @Test
        void one() {
            BODIES.incrementAndGet();
        }

        @ParameterizedTest
        @ValueSource(ints = 1)
        void two(int number) {
            BODIES.incrementAndGet();
        }
    }

    @FailsUntilFixed(value = "1278", runs = Runs.POST_FIX_ONLY)
    static class ImpatientTestCases {
        @BeforeEach
        @Timeout(value = 500, unit = TimeUnit.MILLISECONDS) // enough for a thread to begin, on a busy machine as well
        void setUp() throws InterruptedException {
            hangUntilInterrupted();
        }

        @Test
        void test() {
            BODIES.incrementAndGet();
        }
    }
}
