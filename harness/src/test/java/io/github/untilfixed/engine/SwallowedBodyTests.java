package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.UnitTier;
import io.github.untilfixed.verdict.Verdict;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A success is none without evidence that the body was entered, wherever another extension takes the call away. */
class SwallowedBodyTests {

    private static final AtomicInteger BODIES = new AtomicInteger();

    /** A kind of test. */
    enum Kind {
        TEST(PlainTestCases.class),
        PARAMETERIZED_TEST(ParameterizedTestCases.class),
        REPEATED_TEST(RepeatedTestCases.class),
        DYNAMIC_TEST(DynamicTestCases.class),
        TEST_TEMPLATE(TemplateTestCases.class);

        private final Class<?> fixture;

        Kind(Class<?> fixture) {
            this.fixture = fixture;
        }
    }

    @ParameterizedTest
    @EnumSource
    void byAnInterceptorInsideOfOursIsNotRun(Kind kind) {
        checkSwallowed(() -> harness(kind.fixture).with("swallows", "inside"));
    }

    @ParameterizedTest
    @EnumSource
    void byAnInterceptorAroundOursIsNotRun(Kind kind, @TempDir Path services) throws IOException {
        withOuterInterceptor(
                services,
                () -> checkSwallowed(() -> harness(kind.fixture)
                        .with("swallows", "around")
                        .with("junit.jupiter.extensions.autodetection.enabled", "true")));
    }

    private static void checkSwallowed(Supplier<HarnessTestKit> kit) {
        BODIES.set(0);
        var incident = kit.get().run().isConsistent();
        var postFix = kit.get().postFix().run().isConsistent();

        assertThat(BODIES).as("bodies that were entered").hasValue(0);
        assertThat(incident.verdicts()).containsExactly(Verdict.SKIPPED, Verdict.SKIPPED);
        assertThat(postFix.verdicts()).containsExactly(Verdict.UNVERIFIED, Verdict.UNVERIFIED);
        assertThat(postFix.journal().tests()).allSatisfy(test -> {
            assertThat(test.outcome().bodyRan()).isFalse();
            assertThat(test.outcome().reason()).contains("its body was not entered");
        });
        assertThat(postFix.journal().end().orElseThrow().fixed()).isEmpty();
    }

    /** As by an extension that runs each body in a class loader of its own. */
    @Test
    void ofATestThatSaysNothingOfOursIsOnRecordAsNotRunAndIsToJUnitWhatItIsWithoutUs() {
        var result = harness(NothingOfOursTestCases.class)
                .with("swallows", "inside")
                .run()
                .isConsistent();

        assertThat(result.only().verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(result.only().outcome().bodyRan()).isFalse();
        assertThat(result.junit().testEvents().succeeded().count()).isEqualTo(1);
    }

    @Test
    void ofATestWithATierIsNoSuccessToJUnit() {
        var result =
                harness(TierTestCases.class).with("swallows", "inside").run().isConsistent();

        assertThat(result.only().verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(result.junit().testEvents().aborted().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void byNobodyHasTheVerdictOfItsBody(Kind kind) {
        for (var swallows : List.of("never", "elsewhere")) {
            BODIES.set(0);
            var result = harness(kind.fixture).with("swallows", swallows).postFix();

            assertThat(result.run().isConsistent().verdicts()).containsExactly(Verdict.PASSED, Verdict.PASSED);
            assertThat(BODIES).hasValue(2);
        }
    }

    @Test
    void byTwoInterceptorsInsideOfOursOfWhichTheSecondTakesItIsNotRun() {
        assertThat(harness(TwiceInterceptedTestCases.class)
                        .with("swallows", "inside")
                        .postFix()
                        .run()
                        .isConsistent()
                        .only()
                        .verdict())
                .isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void withAFailureIsJudgedByThatFailure() {
        var test = harness(OriginTestCases.OtherInterceptor.class)
                .run()
                .isConsistent()
                .only();

        assertThat(test.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(test.outcome().bodyRan()).isFalse();
    }

    /** Jupiter finds extensions in the order in which the class loader has them. */
    private static void withOuterInterceptor(Path services, Runnable work) throws IOException {
        var file = services.resolve("META-INF/services/" + Extension.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, Around.class.getName());
        var before = Thread.currentThread().getContextClassLoader();
        try (var loader = new ServicesFirst(services.toUri().toURL(), before)) {
            Thread.currentThread().setContextClassLoader(loader);
            work.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Has its own services before those of its parent. */
    private static final class ServicesFirst extends URLClassLoader {
        ServicesFirst(URL services, ClassLoader parent) {
            super(new URL[] {services}, parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            var all = new ArrayList<>(Collections.list(findResources(name)));
            all.addAll(Collections.list(getParent().getResources(name)));
            return Collections.enumeration(all);
        }
    }

    /** Takes calls away where the run is configured so. */
    abstract static class Swallowing implements InvocationInterceptor {
        private final String place;

        Swallowing(String place) {
            this.place = place;
        }

        private void swallow(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
            var where = context.getConfigurationParameter("swallows").orElse("never");
            if (where.equals(place)) {
                invocation.skip();
            } else if (where.equals("elsewhere")) {
                elsewhere(invocation);
            } else {
                invocation.proceed();
            }
        }

        private static void elsewhere(Invocation<Void> invocation) throws InterruptedException {
            var thread = new Thread(() -> {
                try {
                    invocation.proceed();
                } catch (Throwable e) {
                    throw new AssertionError(e);
                }
            });
            thread.start();
            thread.join();
        }

        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
                throws Throwable {
            swallow(invocation, context);
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
                throws Throwable {
            swallow(invocation, context);
        }

        @Override
        public void interceptDynamicTest(
                Invocation<Void> invocation, DynamicTestInvocationContext call, ExtensionContext context)
                throws Throwable {
            swallow(invocation, context);
        }
    }

    /** Is the outermost of all interceptors. */
    public static final class Around extends Swallowing {

        /** Created by Jupiter. */
        public Around() {
            super("around");
        }
    }

    static final class Inside extends Swallowing {
        Inside() {
            super("inside");
        }
    }

    static final class Between extends Swallowing {
        Between() {
            super("between");
        }
    }

    @ExtendWith(Inside.class)
    @FailsUntilFixed("1278")
    static class PlainTestCases {
        @Test
        void one() {
            assertThat(BODIES.incrementAndGet()).isPositive();
        }

        @Test
        void two() {
            assertThat(BODIES.incrementAndGet()).isPositive();
        }
    }

    @ExtendWith(Inside.class)
    @FailsUntilFixed("1278")
    static class ParameterizedTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void test(int number) {
            assertThat(BODIES.incrementAndGet()).isPositive();
        }
    }

    @ExtendWith(Inside.class)
    @FailsUntilFixed("1278")
    static class RepeatedTestCases {
        @RepeatedTest(2)
        void test() {
            assertThat(BODIES.incrementAndGet()).isPositive();
        }
    }

    @ExtendWith(Inside.class)
    @FailsUntilFixed("1278")
    static class DynamicTestCases {
        @TestFactory
        Stream<DynamicNode> tests() {
            return Stream.of("one", "two")
                    .map(name -> dynamicTest(
                            name, () -> assertThat(BODIES.incrementAndGet()).isPositive()));
        }
    }

    @ExtendWith({KindsOfTestsTests.Twice.class, Inside.class})
    @FailsUntilFixed("1278")
    static class TemplateTestCases {
        @TestTemplate
        void test() {
            assertThat(BODIES.incrementAndGet()).isPositive();
        }
    }

    @ExtendWith(Inside.class)
    static class NothingOfOursTestCases {
        @Test
        void test() {
            assertThat(BODIES.incrementAndGet()).isPositive();
        }
    }

    @ExtendWith(Inside.class)
    @UnitTier
    static class TierTestCases {
        @Test
        void test() {
            assertThat(BODIES.incrementAndGet()).isPositive();
        }
    }

    @ExtendWith({Between.class, Inside.class})
    @FailsUntilFixed("1278")
    static class TwiceInterceptedTestCases {
        @Test
        void test() {
            assertThat(BODIES.incrementAndGet()).isPositive();
        }
    }
}
