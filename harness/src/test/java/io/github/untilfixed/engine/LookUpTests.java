package io.github.untilfixed.engine;

import static io.github.untilfixed.engine.HarnessTestKit.harness;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.IntegrationTier;
import io.github.untilfixed.engine.HarnessTestKit.Result;
import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.verdict.Verdict;
import java.lang.invoke.MethodHandles;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** What is declared for a test is found wherever the test is written, and whatever it is called. */
class LookUpTests {

    private static final String HERE = LookUpTests.class.getName() + "$";

    @Test
    void anInheritedNestedClassBelongsToTheClassThatItIsRunFor() {
        assertThat(harness(AnnotatedTestCases.class).run().isConsistent().verdicts())
                .containsExactly(Verdict.FAILED_AS_EXPECTED);
        assertThat(harness(PlainTestCases.class).run().isConsistent().verdicts())
                .containsExactly(Verdict.FAILED);
        assertThat(selecting(PlainTestCases.class, "class: " + HERE + "PlainTestCases")
                        .verdicts())
                .containsExactly(Verdict.FAILED_AS_EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tag: integration",
                "{class: %sTaggedTestCases, tag: integration}",
                "{class: %sTaggedTestCases, method: inner}",
                "{class: %sTaggedTestCases, method: ofInterface}",
                "{class: %sTagged, method: ofInterface}",
            })
    void aSelectorThatPicksATestHasAnEffect(String selector) {
        var result = selecting(TaggedTestCases.class, selector.formatted(HERE));

        assertThat(result.verdicts()).contains(Verdict.FAILED_AS_EXPECTED);
        assertThat(result.journal().end().map(EndRecord::problems).orElseThrow())
                .isEmpty();
    }

    @Test
    void aSelectorOfAMethodElsewhereIsNotCalledWrongWhereOneTierRuns() {
        var result = harness(TaggedTestCases.class, RefusedTestCases.class)
                .with("untilfixed.tier", "integration")
                .registry(Refusals.REGISTRY + """
                            expectations:
                              - {class: %1$sTaggedTestCases, method: ofInterface}
                              - {tag: of-no-class}
                        """.formatted(HERE))
                .run();

        assertThat(result.journal().end().map(EndRecord::problems).orElseThrow())
                .isEmpty();
    }

    @Test
    void aDynamicTestBelongsToItsFactoryWhateverItsSourceSays() {
        var result = harness(UriTestCases.class).run().isConsistent();

        assertThat(result.verdicts()).containsOnly(Verdict.FAILED_AS_EXPECTED).hasSize(3);
        assertThat(result.journal().tests())
                .allSatisfy(test -> assertThat(test.methodName()).isEqualTo("refused"));
    }

    @Test
    void aMethodOfAnotherLanguageMayBeCalledLikeAnInvocation() throws ReflectiveOperationException {
        assertThat(harness(withMethod("#42 connects"))
                        .run()
                        .isConsistent()
                        .only()
                        .verdict())
                .isEqualTo(Verdict.PASSED_UNEXPECTEDLY);
    }

    private static Result selecting(Class<?> fixture, String selector) {
        return harness(fixture)
                .registry(Refusals.REGISTRY + "    expectations:\n      - " + selector + "\n")
                .run();
    }

    /** Java has no such names; compilers of other languages write them into class files. */
    private static Class<?> withMethod(String name) throws ReflectiveOperationException {
        var type = new ClassWriter(0);
        type.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC,
                LookUpTests.class.getPackageName().replace('.', '/') + "/NamedTestCases",
                null,
                "java/lang/Object",
                null);
        var constructor = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitInsn(Opcodes.RETURN);
        constructor.visitMaxs(1, 1);
        var method = type.visitMethod(Opcodes.ACC_PUBLIC, name, "()V", null, null);
        method.visitAnnotation(Test.class.descriptorString(), true).visitEnd();
        var expectation = method.visitAnnotation(FailsUntilFixed.class.descriptorString(), true);
        var ids = expectation.visitArray("value");
        ids.visit(null, "1278");
        ids.visitEnd();
        expectation.visitEnd();
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 1);
        return MethodHandles.lookup().defineClass(type.toByteArray());
    }

    abstract static class Contract {
        @Nested
        class WhenEmpty {
            @Test
            void inner() {
                throw Refusals.refuse();
            }
        }
    }

    @FailsUntilFixed("1278")
    static class AnnotatedTestCases extends Contract {}

    static class PlainTestCases extends Contract {}

    interface Tagged {
        @Test
        default void ofInterface() {
            throw Refusals.refuse();
        }
    }

    @IntegrationTier
    static class TaggedTestCases implements Tagged {
        @Nested
        class Inner {
            @Test
            void inner() {
                throw Refusals.refuse();
            }
        }
    }

    static class RefusedTestCases {
        @Test
        void refused() {
            throw Refusals.refuse();
        }
    }

    @FailsUntilFixed("1278")
    static class UriTestCases {
        @TestFactory
        Stream<DynamicTest> refused() {
            return Stream.of(
                            "method:" + HERE + "RefusedTestCases#refused",
                            "method:no.such.Type#method",
                            "class:no.such.Type")
                    .map(uri -> DynamicTest.dynamicTest(uri, URI.create(uri), () -> {
                        throw Refusals.refuse();
                    }));
        }
    }
}
