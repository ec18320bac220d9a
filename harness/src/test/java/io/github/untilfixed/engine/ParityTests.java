package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.selecting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Classes that use nothing of the harness: the same tests, the same results, the same names as under plain Jupiter. */
class ParityTests {

    private static final List<Class<?>> FIXTURES = List.of(
            OrdinaryTestCases.class,
            NamedTestCases.class,
            TemplateTestCases.class,
            FactoryTestCases.class,
            OuterTestCases.class,
            ParameterizedClassTestCases.class,
            SharedTestCases.class,
            ReportingTestCases.class,
            DisabledTestCases.class,
            InheritingTestCases.class);

    @Test
    void inOrderOneByOne() {
        assertThat(told(ours("false"))).containsExactlyElementsOf(told(plain("false")));
    }

    @Test
    void whenTestsRunAtTheSameTime() {
        assertThat(told(ours("true"))).containsExactlyInAnyOrderElementsOf(told(plain("true")));
    }

    /** Where a test fails by its own doing; a container that fails gives its tests verdicts that plain Jupiter keeps silent. */
    @Test
    void alsoForEveryPlaceWhereAFailureCanStart() {
        var fixtures = Arrays.stream(OriginTestCases.class.getDeclaredClasses())
                .filter(type -> !type.getSimpleName().endsWith("Midway"))
                // It fails otherwise the second time, whoever runs it.
                .filter(type -> type != OriginTestCases.StaticInitializer.class)
                .filter(type -> Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> org.junit.platform.commons.support.AnnotationSupport.isAnnotated(
                                method, org.junit.platform.commons.annotation.Testable.class)))
                .sorted(java.util.Comparator.comparing(Class::getName))
                .toList();
        assertThat(fixtures).hasSizeGreaterThan(50);

        for (var fixture : fixtures) {
            var plain = tests(EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(fixture))
                    .execute());
            var ours = tests(selecting(selectClass(fixture)).run().junit());

            assertThat(ours).as(fixture.getSimpleName()).containsAll(plain);
        }
    }

    private static EngineExecutionResults plain(String parallel) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectors())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", parallel)
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .execute();
    }

    private static EngineExecutionResults ours(String parallel) {
        return selecting(selectors())
                .with("junit.jupiter.execution.parallel.enabled", parallel)
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .run()
                .junit();
    }

    private static DiscoverySelector[] selectors() {
        return FIXTURES.stream().map(type -> selectClass(type)).toArray(DiscoverySelector[]::new);
    }

    private static List<String> tests(EngineExecutionResults results) {
        return results.testEvents()
                .filter(event -> event.getType() == EventType.FINISHED || event.getType() == EventType.SKIPPED)
                .map(ParityTests::describe)
                .toList();
    }

    /** Everything that JUnit is told of, but for the engine's own nodes. */
    private static List<String> told(EngineExecutionResults results) {
        return results.allEvents()
                .filter(event -> event.getTestDescriptor().getSource().isPresent())
                .map(ParityTests::describe)
                .toList();
    }

    private static String describe(Event event) {
        var node = event.getTestDescriptor();
        return String.join(
                " | ",
                event.getType().name(),
                path(node),
                node.getDisplayName(),
                node.getLegacyReportingName(),
                node.getType().name(),
                node.getTags().stream().map(TestTag::getName).sorted().collect(Collectors.joining(",")),
                node.getSource().map(Object::toString).orElse("-"),
                event.getPayload().map(ParityTests::payload).orElse(""));
    }

    /** The segments below the engine; ours has the tier as one more. */
    private static String path(TestDescriptor node) {
        return node.getUniqueId().getSegments().stream()
                .filter(segment -> !segment.getType().equals("engine")
                        && !segment.getType().equals("tier"))
                .map(segment -> segment.getType() + ":" + segment.getValue())
                .collect(Collectors.joining("/"));
    }

    private static String payload(Object payload) {
        if (payload instanceof TestExecutionResult result) {
            return result.getStatus()
                    + result.getThrowable()
                            .map(thrown -> " " + thrown.getClass().getName() + " " + thrown.getMessage())
                            .orElse("");
        }
        return payload instanceof ReportEntry entry ? entry.getKeyValuePairs().toString() : String.valueOf(payload);
    }

    static class OrdinaryTestCases {
        @BeforeAll
        static void setUpClass() {}

        @BeforeEach
        void setUp() {}

        @Test
        void passes() {
            assertEquals(2, List.of(1, 2).size());
        }

        @Test
        void fails() {
            fail("plainly");
        }

        @Test
        void breaks() {
            throw new IllegalStateException("plainly");
        }

        @Test
        void aborts() {
            Assumptions.assumeTrue(List.of().size() > 1, "plainly");
        }

        @Test
        @Disabled("plainly")
        void disabled() {}

        @Test
        @DisabledIf("always")
        void conditional() {}

        static boolean always() {
            return true;
        }

        @Test
        @Timeout(20)
        void limited(@TempDir Path directory) {
            assertTrue(directory.toFile().isDirectory());
        }

        @Test
        void hollow() {}

        @AfterEach
        void tearDown() {}

        @AfterAll
        static void tearDownClass() {}
    }

    @DisplayName("A class with a name of its own")
    @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class NamedTestCases {
        @Test
        @Order(2)
        @Tag("slow")
        void a_name_with_underscores() {}

        @Test
        @Order(1)
        @DisplayName("a name with / [brackets]: and umlauts äöü")
        void other() {}
    }

    static class TemplateTestCases {
        @ParameterizedTest(name = "{index}: {0} and {1}")
        @CsvSource({"a, 1", "'', 2", "c,"})
        void parameterized(String text, Integer number) {
            assertEquals("a", text);
        }

        /** One after the other: which repetition is the one too many is chance otherwise. */
        @Execution(ExecutionMode.SAME_THREAD)
        @RepeatedTest(value = 3, failureThreshold = 1)
        void repeated(RepetitionInfo info) {
            assertEquals(1, info.getCurrentRepetition());
        }
    }

    static class FactoryTestCases {
        @TestFactory
        Stream<DynamicNode> nodes() {
            return Stream.of(
                    dynamicTest("passes", () -> {}),
                    dynamicTest("fails", () -> fail("dynamically")),
                    dynamicContainer("container", List.of(dynamicTest("aborts", () -> Assumptions.abort("so")))));
        }

        @TestFactory
        List<DynamicNode> none() {
            return List.of();
        }
    }

    static class OuterTestCases {
        @Test
        void outer() {}

        @Nested
        class Inner {
            @BeforeEach
            void setUp() {
                fail("in the set-up");
            }

            @Test
            void inner() {}

            @Nested
            @Tag("deep")
            class Deeper {
                @Test
                void deeper() {}
            }
        }
    }

    @ParameterizedClass(name = "{0}")
    @ValueSource(ints = {1, 2})
    static class ParameterizedClassTestCases {
        @Parameter
        int number;

        @Test
        void one() {
            assertEquals(1, number);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SharedTestCases {
        @BeforeAll
        void setUpClass() {}

        @Test
        void passes(TestInfo info) {
            assertEquals("passes(TestInfo)", info.getDisplayName());
        }
    }

    static class ReportingTestCases {
        @Test
        void publishes(TestReporter reporter) {
            reporter.publishEntry("key", "value");
        }
    }

    @Disabled("as a whole")
    static class DisabledTestCases {
        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = 1)
        void two(int number) {}
    }

    interface Contract {
        @Test
        default void fromAnInterface() {}
    }

    abstract static class BaseTestCases {
        @Test
        void inherited() {
            fail("in the base");
        }
    }

    static class InheritingTestCases extends BaseTestCases implements Contract {}
}
