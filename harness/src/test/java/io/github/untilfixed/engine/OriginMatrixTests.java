package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.incident.Origin;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every place where a failure can start, times what was expected: verdict, origin and number of verdicts. */
@Execution(ExecutionMode.CONCURRENT)
class OriginMatrixTests {

    private static final String REGISTRY = """
            incidents:
              - id: "1278"
                title: The database cannot be reached
                kind: infrastructure
                owner: platform
                opened: 2025-09-15
                review-by: 2099-12-31
                symptoms:
                  no-connection:
                    exceptions: SQLTransientConnectionException
                    message: request timed out
                    origin: [test, set-up, tear-down, class-set-up, class-tear-down, extension]
                  hangs:
                    exceptions: java.util.concurrent.TimeoutException
                    origin: timeout
            """;

    private static final String EXPECTED = """
                expectations:
                  - class: io.github.untilfixed.engine.OriginTestCases
            """;

    /** The fixture, where its failures start, how many tests fail, and how many pass by themselves. */
    record Place(Class<?> fixture, Origin origin, int failing, int passing) {
        @Override
        public String toString() {
            return fixture.getSimpleName();
        }
    }

    static Stream<Place> places() {
        return Stream.of(
                failing(OriginTestCases.Body.class, Origin.TEST, 1),
                failing(OriginTestCases.BodyInsideOfExecutionException.class, Origin.TEST, 1),
                failing(OriginTestCases.BodyInsideOfCompletionException.class, Origin.TEST, 1),
                failing(OriginTestCases.BodyOfAResource.class, Origin.TEST, 1),
                failing(OriginTestCases.ConstructorBody.class, Origin.SET_UP, 1),
                failing(OriginTestCases.FieldInitializer.class, Origin.SET_UP, 1),
                failing(OriginTestCases.ConstructorPerClass.class, Origin.CLASS_SET_UP, 2),
                failing(OriginTestCases.BeforeEachMethod.class, Origin.SET_UP, 1),
                failing(OriginTestCases.AfterEachMethod.class, Origin.TEAR_DOWN, 1),
                failing(OriginTestCases.BeforeAllMethod.class, Origin.CLASS_SET_UP, 3),
                late(OriginTestCases.AfterAllMethod.class, Origin.CLASS_TEAR_DOWN, 1, 2),
                failing(OriginTestCases.NestedUnderBeforeEach.class, Origin.SET_UP, 1),
                failing(OriginTestCases.ParameterOfConstructor.class, Origin.SET_UP, 1),
                failing(OriginTestCases.ParameterOfTest.class, Origin.SET_UP, 1),
                failing(OriginTestCases.ParameterOfBeforeEach.class, Origin.SET_UP, 1),
                failing(OriginTestCases.ParameterOfAfterEach.class, Origin.TEAR_DOWN, 1),
                failing(OriginTestCases.ParameterOfBeforeAll.class, Origin.CLASS_SET_UP, 1),
                late(OriginTestCases.ParameterOfAfterAll.class, Origin.CLASS_TEAR_DOWN, 1, 1),
                failing(OriginTestCases.TimeoutOfTest.class, Origin.TIMEOUT, 1),
                failing(OriginTestCases.TimeoutOfTestInItsOwnThread.class, Origin.TIMEOUT, 1),
                failing(OriginTestCases.TimeoutOfBeforeEach.class, Origin.TIMEOUT, 1),
                failing(OriginTestCases.TimeoutOfBeforeAll.class, Origin.TIMEOUT, 1),
                failing(OriginTestCases.TimeoutOfFactory.class, Origin.TIMEOUT, 1),
                failing(OriginTestCases.ParameterizedBody.class, Origin.TEST, 3),
                failing(OriginTestCases.RepeatedBody.class, Origin.TEST, 3),
                failing(OriginTestCases.ArgumentSource.class, Origin.EXTENSION, 1),
                late(OriginTestCases.ArgumentSourceMidway.class, Origin.EXTENSION, 1, 2),
                failing(OriginTestCases.ArgumentConversion.class, Origin.SET_UP, 2),
                failing(OriginTestCases.FactoryBody.class, Origin.TEST, 1),
                failing(OriginTestCases.DynamicBody.class, Origin.TEST, 2),
                late(OriginTestCases.FactoryMidway.class, Origin.EXTENSION, 1, 1),
                failing(OriginTestCases.TemplateProvider.class, Origin.EXTENSION, 1),
                failing(OriginTestCases.BeforeAllOfExtension.class, Origin.EXTENSION, 2),
                late(OriginTestCases.AfterAllOfExtension.class, Origin.EXTENSION, 1, 1),
                failing(OriginTestCases.BeforeEachOfExtension.class, Origin.EXTENSION, 1),
                failing(OriginTestCases.AfterEachOfExtension.class, Origin.EXTENSION, 1),
                failing(OriginTestCases.BeforeTestExecutionOfExtension.class, Origin.EXTENSION, 1),
                failing(OriginTestCases.AfterTestExecutionOfExtension.class, Origin.EXTENSION, 1),
                failing(OriginTestCases.PostProcessor.class, Origin.EXTENSION, 1),
                failing(OriginTestCases.InstanceFactory.class, Origin.EXTENSION, 1),
                failing(OriginTestCases.PreConstruct.class, Origin.EXTENSION, 1),
                failing(OriginTestCases.PreDestroy.class, Origin.EXTENSION, 1),
                failing(OriginTestCases.OtherInterceptor.class, Origin.TEST, 1),
                failing(OriginTestCases.ConditionOfMethod.class, Origin.EXTENSION, 1),
                failing(OriginTestCases.ConditionOfClass.class, Origin.EXTENSION, 2),
                failing(OriginTestCases.ExtensionConstructor.class, Origin.EXTENSION, 2),
                failing(OriginTestCases.ExtensionConstructorOfMethod.class, Origin.EXTENSION, 1),
                failing(OriginTestCases.RegisteredExtension.class, Origin.SET_UP, 1),
                failing(OriginTestCases.AutoCloseOfInstance.class, Origin.EXTENSION, 1),
                late(OriginTestCases.AutoCloseOfClass.class, Origin.EXTENSION, 1, 1),
                failing(OriginTestCases.StoreOfMethod.class, Origin.EXTENSION, 1),
                late(OriginTestCases.StoreOfClass.class, Origin.EXTENSION, 1, 1),
                late(OriginTestCases.StoreOfRoot.class, Origin.EXTENSION, 1, 1),
                failing(OriginTestCases.TempDirFactoryBody.class, Origin.SET_UP, 1),
                failing(OriginTestCases.ParameterizedClassSource.class, Origin.EXTENSION, 1),
                failing(OriginTestCases.ParameterizedClassBody.class, Origin.TEST, 2),
                failing(OriginTestCases.BeforeParameterizedClass.class, Origin.EXTENSION, 2),
                late(OriginTestCases.AfterParameterizedClass.class, Origin.EXTENSION, 2, 2),
                failing(OriginTestCases.BodyAndAfterEachOfExtension.class, Origin.TEST, 1),
                failing(OriginTestCases.BodyAndAfterEach.class, Origin.TEST, 1),
                failing(OriginTestCases.SeveralCollected.class, Origin.TEST, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void toPass(Place place) {
        check(place, harness(place.fixture()).registry(REGISTRY), Verdict.FAILED, Verdict.PASSED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void failsUntilFixed(Place place) {
        check(
                place,
                harness(place.fixture()).registry(REGISTRY + EXPECTED),
                Verdict.FAILED_AS_EXPECTED,
                Verdict.PASSED_UNEXPECTEDLY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void postFix(Place place) {
        check(
                place,
                harness(place.fixture()).registry(REGISTRY + EXPECTED).postFix(),
                Verdict.STILL_BROKEN,
                Verdict.PASSED);
    }

    private static void check(Place place, HarnessTestKit kit, Verdict ofFailing, Verdict ofPassing) {
        // Jupiter lets invocations that it forked go on after their template has failed, with a store that is closed.
        boolean parallel = !place.fixture().getSimpleName().endsWith("Midway");
        var result = kit.with("junit.jupiter.execution.parallel.enabled", Boolean.toString(parallel))
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .run()
                .isConsistent();

        var expected = new ArrayList<>(Collections.nCopies(place.failing(), ofFailing));
        expected.addAll(Collections.nCopies(place.passing(), ofPassing));
        assertThat(result.verdicts())
                .as(() -> result.journal().tests().toString())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(result.journal().tests().stream()
                        .filter(test -> test.verdict() == ofFailing)
                        .map(test -> origins(test).get(0)))
                .as("origins")
                .containsOnly(place.origin().name());
    }

    private static List<String> origins(TestRecord test) {
        return test.outcome().failures().stream()
                .map(TestRecord.FailureEntry::origin)
                .toList();
    }

    private static Place failing(Class<?> fixture, Origin origin, int failing) {
        return new Place(fixture, origin, failing, 0);
    }

    /** The failure comes when some tests have already passed, so that it gets an entry of its own. */
    private static Place late(Class<?> fixture, Origin origin, int failing, int passing) {
        return new Place(fixture, origin, failing, passing);
    }
}
