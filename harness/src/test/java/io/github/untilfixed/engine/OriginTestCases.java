package io.github.untilfixed.engine;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestInstanceFactory;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.converter.SimpleArgumentConverter;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One class for each place where the failure of a test can start; each fails with the same symptom. */
@SuppressWarnings({"unused", "NullAway", "try", "DoNotCallSuggester"})
final class OriginTestCases {

    private OriginTestCases() {}

    /** Throws the symptom; declared to return so that callers can say {@code throw}. */
    static RuntimeException boom() {
        throw OriginTestCases.<RuntimeException>sneak(symptom());
    }

    static Exception symptom() {
        return new SQLTransientConnectionException("Connection is not available, request timed out");
    }

    /** Throws a checked exception where none may be declared. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T extends Throwable> T sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** Waits for longer than any timeout of these classes, unless it is interrupted. */
    private static void hang() throws InterruptedException {
        new CountDownLatch(1).await(30, TimeUnit.SECONDS);
    }

    static class Body {
        @Test
        void test() {
            throw boom();
        }
    }

    static class BodyInsideOfExecutionException {
        @Test
        void test() throws Exception {
            throw new ExecutionException(new ExecutionException(symptom()));
        }
    }

    static class BodyInsideOfCompletionException {
        @Test
        void test() {
            throw new CompletionException(symptom());
        }
    }

    static class BodyOfAResource {
        @Test
        void test() throws Exception {
            try (AutoCloseable resource = OriginTestCases::boom) {
                throw new IOException("closing tells more");
            }
        }
    }

    static class ConstructorBody {
        ConstructorBody() {
            throw boom();
        }

        @Test
        void test() {}
    }

    static class FieldInitializer {
        final Object field = boom();

        @Test
        void test() {}
    }

    static class StaticInitializer {
        static final Object FIELD = boom();

        @Test
        void test() {}
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class ConstructorPerClass {
        ConstructorPerClass() {
            throw boom();
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    static class BeforeEachMethod {
        @BeforeEach
        void setUp() {
            throw boom();
        }

        @Test
        void test() {}
    }

    static class AfterEachMethod {
        @AfterEach
        void tearDown() {
            throw boom();
        }

        @Test
        void test() {}
    }

    static class BeforeAllMethod {
        @BeforeAll
        static void setUp() {
            throw boom();
        }

        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void two(int number) {}

        @Nested
        class Inner {
            @Test
            void three() {}
        }
    }

    static class AfterAllMethod {
        @AfterAll
        static void tearDown() {
            throw boom();
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    static class NestedUnderBeforeEach {
        @BeforeEach
        void setUp() {
            throw boom();
        }

        @Nested
        class Inner {
            @Test
            void test() {}
        }
    }

    static class FailingParameter implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == StringBuilder.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            throw boom();
        }
    }

    @ExtendWith(FailingParameter.class)
    static class ParameterOfConstructor {
        ParameterOfConstructor(StringBuilder parameter) {}

        @Test
        void test() {}
    }

    @ExtendWith(FailingParameter.class)
    static class ParameterOfTest {
        @Test
        void test(StringBuilder parameter) {}
    }

    @ExtendWith(FailingParameter.class)
    static class ParameterOfBeforeEach {
        @BeforeEach
        void setUp(StringBuilder parameter) {}

        @Test
        void test() {}
    }

    @ExtendWith(FailingParameter.class)
    static class ParameterOfAfterEach {
        @AfterEach
        void tearDown(StringBuilder parameter) {}

        @Test
        void test() {}
    }

    @ExtendWith(FailingParameter.class)
    static class ParameterOfBeforeAll {
        @BeforeAll
        static void setUp(StringBuilder parameter) {}

        @Test
        void test() {}
    }

    @ExtendWith(FailingParameter.class)
    static class ParameterOfAfterAll {
        @AfterAll
        static void tearDown(StringBuilder parameter) {}

        @Test
        void test() {}
    }

    static class TimeoutOfTest {
        @Test
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void test() throws Exception {
            hang();
        }
    }

    static class TimeoutOfTestInItsOwnThread {
        @Test
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void test() throws Exception {
            hang();
        }
    }

    static class TimeoutOfBeforeEach {
        @BeforeEach
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void setUp() throws Exception {
            hang();
        }

        @Test
        void test() {}
    }

    static class TimeoutOfBeforeAll {
        @BeforeAll
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        static void setUp() throws Exception {
            hang();
        }

        @Test
        void test() {}
    }

    static class TimeoutOfFactory {
        @TestFactory
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        Stream<DynamicNode> tests() throws Exception {
            hang();
            return Stream.of();
        }
    }

    static class ParameterizedBody {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void test(int number) {
            throw boom();
        }
    }

    static class RepeatedBody {
        @RepeatedTest(3)
        void test() {
            throw boom();
        }
    }

    static class ArgumentSource {
        @ParameterizedTest
        @MethodSource
        void test(int number) {}

        static Stream<Integer> test() {
            throw boom();
        }
    }

    static class ArgumentSourceMidway {
        @ParameterizedTest
        @MethodSource
        void test(int number) {}

        static Stream<Integer> test() {
            return IntStream.rangeClosed(1, 3).boxed().peek(number -> {
                if (number == 3) {
                    throw boom();
                }
            });
        }
    }

    static class FailingConverter extends SimpleArgumentConverter {
        @Override
        protected Object convert(Object source, Class<?> targetType) {
            throw boom();
        }
    }

    static class ArgumentConversion {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void test(@ConvertWith(FailingConverter.class) int number) {}
    }

    static class FactoryBody {
        @TestFactory
        Stream<DynamicNode> tests() {
            throw boom();
        }
    }

    static class DynamicBody {
        @TestFactory
        Stream<DynamicNode> tests() {
            return Stream.of(
                    DynamicTest.dynamicTest("one", OriginTestCases::boom),
                    DynamicTest.dynamicTest("two", OriginTestCases::boom));
        }
    }

    static class FactoryMidway {
        @TestFactory
        Stream<DynamicNode> tests() {
            return IntStream.rangeClosed(1, 2).mapToObj(number -> {
                if (number == 2) {
                    throw boom();
                }
                return DynamicTest.dynamicTest("one", () -> {});
            });
        }
    }

    static class FailingTemplates implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            throw boom();
        }
    }

    static class TemplateProvider {
        @TestTemplate
        @ExtendWith(FailingTemplates.class)
        void test() {}
    }

    static class FailingBeforeAll implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            throw boom();
        }
    }

    @ExtendWith(FailingBeforeAll.class)
    static class BeforeAllOfExtension {
        @Test
        void one() {}

        @Test
        void two() {}
    }

    static class FailingAfterAll implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext context) {
            throw boom();
        }
    }

    @ExtendWith(FailingAfterAll.class)
    static class AfterAllOfExtension {
        @Test
        void test() {}
    }

    static class FailingBeforeEach implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            throw boom();
        }
    }

    @ExtendWith(FailingBeforeEach.class)
    static class BeforeEachOfExtension {
        @Test
        void test() {}
    }

    static class FailingAfterEach implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            throw boom();
        }
    }

    @ExtendWith(FailingAfterEach.class)
    static class AfterEachOfExtension {
        @Test
        void test() {}
    }

    static class FailingBeforeTestExecution implements BeforeTestExecutionCallback {
        @Override
        public void beforeTestExecution(ExtensionContext context) {
            throw boom();
        }
    }

    @ExtendWith(FailingBeforeTestExecution.class)
    static class BeforeTestExecutionOfExtension {
        @Test
        void test() {}
    }

    static class FailingAfterTestExecution implements AfterTestExecutionCallback {
        @Override
        public void afterTestExecution(ExtensionContext context) {
            throw boom();
        }
    }

    @ExtendWith(FailingAfterTestExecution.class)
    static class AfterTestExecutionOfExtension {
        @Test
        void test() {}
    }

    static class FailingPostProcessor implements TestInstancePostProcessor {
        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) {
            throw boom();
        }
    }

    @ExtendWith(FailingPostProcessor.class)
    static class PostProcessor {
        @Test
        void test() {}
    }

    static class FailingFactory implements TestInstanceFactory {
        @Override
        public Object createTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
            throw boom();
        }
    }

    @ExtendWith(FailingFactory.class)
    static class InstanceFactory {
        @Test
        void test() {}
    }

    static class FailingPreConstruct implements TestInstancePreConstructCallback {
        @Override
        public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
            throw boom();
        }
    }

    @ExtendWith(FailingPreConstruct.class)
    static class PreConstruct {
        @Test
        void test() {}
    }

    static class FailingPreDestroy implements TestInstancePreDestroyCallback {
        @Override
        public void preDestroyTestInstance(ExtensionContext context) {
            throw boom();
        }
    }

    @ExtendWith(FailingPreDestroy.class)
    static class PreDestroy {
        @Test
        void test() {}
    }

    static class FailingInterceptor implements InvocationInterceptor {
        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
                throws Throwable {
            invocation.skip();
            throw boom();
        }
    }

    @ExtendWith(FailingInterceptor.class)
    static class OtherInterceptor {
        @Test
        void test() {}
    }

    static class FailingCondition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            throw boom();
        }
    }

    static class ConditionOfMethod {
        @Test
        @ExtendWith(FailingCondition.class)
        void test() {}
    }

    @ExtendWith(FailingCondition.class)
    static class ConditionOfClass {
        @Test
        void one() {}

        @Test
        void two() {}
    }

    static class FailingExtension implements Extension {
        FailingExtension() {
            throw boom();
        }
    }

    @ExtendWith(FailingExtension.class)
    static class ExtensionConstructor {
        @Test
        void one() {}

        @Test
        void two() {}
    }

    static class ExtensionConstructorOfMethod {
        @Test
        @ExtendWith(FailingExtension.class)
        void test() {}
    }

    static class RegisteredExtension {
        @RegisterExtension
        final Extension extension = failing();

        static Extension failing() {
            throw boom();
        }

        @Test
        void test() {}
    }

    static class FailingResource implements AutoCloseable {
        @Override
        public void close() {
            throw boom();
        }
    }

    static class AutoCloseOfInstance {
        @AutoClose
        final FailingResource resource = new FailingResource();

        @Test
        void test() {}
    }

    static class AutoCloseOfClass {
        @AutoClose
        static final FailingResource RESOURCE = new FailingResource();

        @Test
        void test() {}
    }

    @SuppressWarnings("deprecation")
    static class StoredResource implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            throw boom();
        }
    }

    static class StoreInMethod implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            context.getStore(Namespace.GLOBAL).put("resource", new StoredResource());
        }
    }

    @ExtendWith(StoreInMethod.class)
    static class StoreOfMethod {
        @Test
        void test() {}
    }

    static class StoreInClass implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getStore(Namespace.GLOBAL).put("resource", new StoredResource());
        }
    }

    @ExtendWith(StoreInClass.class)
    static class StoreOfClass {
        @Test
        void test() {}
    }

    static class StoreInRoot implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot().getStore(Namespace.GLOBAL).put("resource", new StoredResource());
        }
    }

    @ExtendWith(StoreInRoot.class)
    static class StoreOfRoot {
        @Test
        void test() {}
    }

    static class FailingTempDirs implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) {
            throw boom();
        }
    }

    static class TempDirFactoryBody {
        @Test
        void test(@TempDir(factory = FailingTempDirs.class) Path directory) {}
    }

    @ParameterizedClass
    @MethodSource("numbers")
    static class ParameterizedClassSource {
        @Parameter
        int number;

        static Stream<Integer> numbers() {
            throw boom();
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class ParameterizedClassBody {
        @Parameter
        int number;

        @Test
        void test() {
            throw boom();
        }
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class BeforeParameterizedClass {
        @Parameter
        int number;

        @BeforeParameterizedClassInvocation
        static void setUp() {
            throw boom();
        }

        @Test
        void test() {}
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class AfterParameterizedClass {
        @Parameter
        int number;

        @AfterParameterizedClassInvocation
        static void tearDown() {
            throw boom();
        }

        @Test
        void test() {}
    }

    @ExtendWith(FailingAfterEach.class)
    static class BodyAndAfterEachOfExtension {
        @Test
        void test() {
            throw boom();
        }
    }

    static class BodyAndAfterEach {
        @AfterEach
        void tearDown() {
            throw boom();
        }

        @Test
        void test() {
            throw boom();
        }
    }

    static class SeveralCollected {
        @Test
        void test() {
            org.junit.jupiter.api.Assertions.assertAll(List.of(OriginTestCases::boom, OriginTestCases::boom));
        }
    }
}
