package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.UnitTier;
import io.github.untilfixed.verdict.FailedAsExpected;
import io.github.untilfixed.verdict.Verdict;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;

class TracesTests {

    @Test
    void inTheJournalTellWhereAnAssertionOfJUnitFailed() {
        assertThat(lines("asserts"))
                .anySatisfy(line -> assertThat(line).contains("TracesTests$FailingTestCases.asserts("))
                .noneSatisfy(line -> assertThat(line).contains("org.junit.jupiter.engine."))
                .noneSatisfy(line -> assertThat(line).contains("org.junit.platform."))
                .noneSatisfy(line -> assertThat(line).contains("java.lang.reflect."));
    }

    @Test
    void inTheJournalTellWhoCalledThroughAProxy() {
        assertThat(lines("callsThroughAProxy"))
                .anySatisfy(line -> assertThat(line).contains("TracesTests$FailingTestCases.callsThroughAProxy("))
                .noneSatisfy(line -> assertThat(line).contains("org.junit.jupiter.engine."));
    }

    @Test
    void ofAnExpectedFailureEndWithTheTestThatJUnitIsToldOf() {
        var thrown = expectedFailure(harness(ExpectedTestCases.class));

        assertThat(classes(thrown)).containsExactly(ExpectedTestCases.class.getName());
        assertThat(classes(requireNonNull(thrown.getCause()))).containsExactly(ExpectedTestCases.class.getName());
        assertThat(classes(thrown.getSuppressed()[0])).containsExactly(ExpectedTestCases.class.getName());
    }

    @Test
    void areWholeWhereTheUserWantsThemWhole() {
        var thrown = expectedFailure(
                harness(ExpectedTestCases.class).with("junit.platform.stacktrace.pruning.enabled", "false"));

        assertThat(classes(thrown))
                .startsWith(ExpectedTestCases.class.getName())
                .anySatisfy(name -> assertThat(name).startsWith("org.junit.jupiter.engine."));
    }

    private static List<String> lines(String test) {
        var failures =
                harness(FailingTestCases.class).run().test(test).outcome().failures();
        assertThat(failures).hasSize(1);
        return failures.get(0).trace().lines().toList();
    }

    private static Throwable expectedFailure(HarnessTestKit kit) {
        var result = kit.registry(Refusals.REGISTRY).run().isConsistent();
        assertThat(result.only().verdict()).isEqualTo(Verdict.FAILED_AS_EXPECTED);
        var told = result.junit().testEvents().aborted().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
        assertThat(told).singleElement().isInstanceOf(FailedAsExpected.class);
        return requireNonNull(told.get(0).getCause());
    }

    private static List<String> classes(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getClassName)
                .toList();
    }

    @UnitTier
    static class FailingTestCases {

        @Test
        void asserts() {
            assertEquals(1, 2);
        }

        @Test
        void callsThroughAProxy() throws Exception {
            Callable<?> original = () -> {
                throw new IllegalStateException("behind the proxy");
            };
            var proxy = (Callable<?>) Proxy.newProxyInstance(
                    TracesTests.class.getClassLoader(), new Class<?>[] {Callable.class}, (self, method, arguments) -> {
                        try {
                            return method.invoke(original, arguments);
                        } catch (ReflectiveOperationException e) {
                            throw e.getCause();
                        }
                    });
            proxy.call();
        }
    }

    @UnitTier
    static class ExpectedTestCases {

        @Test
        @FailsUntilFixed("1278")
        void connects() throws Exception {
            var refused = new ConnectException("Connection refused");
            refused.initCause(new ConnectException("the cause: refused"));
            refused.addSuppressed(new ConnectException("suppressed: refused"));
            throw refused;
        }
    }
}
