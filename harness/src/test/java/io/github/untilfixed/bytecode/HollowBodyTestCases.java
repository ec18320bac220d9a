package io.github.untilfixed.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.function.Executable;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Bodies that can show nothing, and bodies that look like those but can. */
@SuppressWarnings({"unused", "FutureReturnValueIgnored", "ReturnValueIgnored", "CheckReturnValue", "UnusedVariable"})
final class HollowBodyTestCases {

    private HollowBodyTestCases() {}

    private static int answer() {
        return new ArrayList<>(List.of(1, 2)).size();
    }

    /** Each of these is hollow. */
    @SuppressWarnings({
        "CatchAndPrintStackTrace",
        "Finally",
        "DefaultCharset",
        "AssertThatBooleanConstant",
        "SelfAssertion"
    })
    static final class Hollow {

        private final ExecutorService executor = Executors.newSingleThreadExecutor();

        void empty() {}

        void onlyComputes() {
            int sum = answer() + 2;
        }

        void onlyPrints() {
            System.out.println("connected");
        }

        void futureNobodyAwaits() {
            CompletableFuture.runAsync(() -> assertEquals(2, answer()));
        }

        void supplierNobodyAwaits() {
            var later = CompletableFuture.supplyAsync(() -> {
                assertEquals(2, answer());
                return 1;
            });
        }

        void assertsAndLeavesAnotherAssertionToAFuture() {
            assertEquals(2, answer());
            CompletableFuture.runAsync(() -> assertEquals(3, answer()));
        }

        void leavesAThrowToAThread() {
            new Thread(() -> check(answer())).start();
        }

        private static void check(int number) {
            if (number != 2) {
                throw new IllegalStateException("not two");
            }
        }

        void threadNobodyJoins() {
            new Thread(() -> assertEquals(3, answer())).start();
        }

        void taskNobodyGets() {
            executor.submit(() -> assertEquals(3, answer()));
        }

        void taskNobodyAwaits() {
            executor.execute(() -> assertThat(answer()).isEqualTo(3));
        }

        void lambdaNobodyCalls() {
            Executable check = () -> assertEquals(3, answer());
        }

        void supplierNobodyCalls() {
            Supplier<Boolean> check = () -> {
                throw new IllegalStateException("never");
            };
        }

        void streamNobodyEnds() {
            Stream.of(1, 2).peek(number -> assertEquals(3, number));
        }

        void mapNobodyEnds() {
            Stream.of(1, 2).map(number -> {
                assertThat(number).isPositive();
                return number;
            });
        }

        void swallowsTheAssertion() {
            try {
                assertEquals(3, answer());
            } catch (AssertionError e) {
                System.out.println("ignored " + e);
            }
        }

        void swallowsEverything() {
            try {
                assertThat(answer()).isEqualTo(3);
            } catch (Throwable e) {
                e.printStackTrace();
            }
        }

        void swallowsTheEnvironment() {
            try {
                new Socket("localhost", 1).close();
            } catch (Exception e) {
                System.out.println("ignored " + e);
            }
        }

        void assertsAConstant() {
            assertTrue(true);
        }

        void assertsAConstantFluently() {
            assertThat(true).isTrue();
        }

        void comparesTwoConstants() {
            assertThat(true).isEqualTo(true);
        }

        void danglingAssertThat() {
            assertThat(answer());
        }

        void danglingDescription() {
            assertThat(answer()).as("the answer");
        }

        void softAssertionsNobodyAsserts() {
            var softly = new SoftAssertions();
            softly.assertThat(answer()).isEqualTo(3);
        }

        void onlyAssumes() {
            Assumptions.assumeTrue(answer() == 2);
        }

        void helperThatDoesNothing() {
            helper();
        }

        void finallyAlone() {
            try {
                answer();
            } finally {
                System.out.println("done");
            }
        }

        void startsInAHelper() {
            startCheck();
        }

        private CompletableFuture<Void> startCheck() {
            return CompletableFuture.runAsync(() -> assertEquals(3, answer()));
        }

        private void helper() {
            answer();
        }
    }

    /** None of these is hollow. */
    static final class Sound {

        private final ExecutorService executor = Executors.newSingleThreadExecutor();
        private Thread thread = new Thread(() -> {});

        @AfterEach
        void tearDown() throws InterruptedException {
            thread.join();
        }

        void asserts() {
            assertEquals(2, answer());
        }

        void assertsWhatNeedsNoCloserLook() {
            assertEquals("2", Integer.toString(2));
        }

        void assertsWhileAFixtureWorksInTheBackground() {
            startReader();
            assertEquals(2, answer());
        }

        private static void startReader() {
            new Thread(() -> {
                        if (answer() < 0) {
                            throw new IllegalStateException("nothing to read");
                        }
                    })
                    .start();
        }

        void assertsFluently() {
            assertThat(answer()).as("the answer").isEqualTo(2);
        }

        void pinsAConstant() {
            assertThat(Byte.MAX_VALUE).isEqualTo((byte) 127);
        }

        void assertsInAHelper() {
            check();
        }

        void assertsInALambda() {
            List.of(1, 2).forEach(number -> assertTrue(number > 0));
        }

        void assertsInAStream() {
            long count = Stream.of(1, 2).peek(number -> assertTrue(number > 0)).count();
        }

        void comparesTheOtherWayRound() {
            assertThat(true).isEqualTo(answer() == 2);
        }

        void validatesAgainstASchema() throws Exception {
            var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(new StringReader("<schema/>")));
            schema.newValidator().validate(new StreamSource(new StringReader("<a/>")));
        }

        void runsTestsOfItsOwn() {
            EngineTestKit.engine("junit-jupiter").execute().testEvents().assertStatistics(counts -> counts.started(1));
        }

        void getsTheTask() throws Exception {
            executor.submit(() -> assertEquals(2, answer())).get();
        }

        void awaitsALatch() throws Exception {
            var latch = new CountDownLatch(1);
            executor.execute(() -> {
                assertEquals(2, answer());
                latch.countDown();
            });
            latch.await();
        }

        void joinsInTheTearDown() {
            thread = new Thread(() -> assertEquals(2, answer()));
            thread.start();
        }

        void storedAndCalled() throws Throwable {
            Executable check = () -> assertEquals(2, answer());
            check.execute();
        }

        void throwsItself() {
            if (answer() != 2) {
                throw new IllegalStateException("wrong");
            }
        }

        void catchesAndFails() {
            try {
                assertEquals(2, answer());
            } catch (AssertionError e) {
                throw new IllegalStateException(e);
            }
        }

        void assertsAfterCatching() {
            Throwable caught = null;
            try {
                answer();
            } catch (RuntimeException e) {
                caught = e;
            }
            assertThat(caught).isNull();
        }

        void expectsAnException() {
            assertThrows(IllegalStateException.class, () -> List.of().iterator().next());
        }

        void expectsNoException() {
            assertDoesNotThrow(HollowBodyTestCases::answer);
        }

        void touchesTheEnvironment() throws Exception {
            new Socket("localhost", 1).close();
        }

        void softly() {
            SoftAssertions.assertSoftly(softly -> softly.assertThat(answer()).isEqualTo(2));
        }

        void softlyByHand() {
            var softly = new SoftAssertions();
            softly.assertThat(answer()).isEqualTo(2);
            softly.assertAll();
        }

        void anonymousClass() {
            new Object() {
                void check() {
                    assertEquals(2, answer());
                }
            }.check();
        }

        void tryWithResources() throws Exception {
            try (AutoCloseable resource = () -> {}) {
                assertThat(resource).isNotNull();
            }
        }

        private void check() {
            assertEquals(2, answer());
        }
    }

    /** Each of these awaits what it started, without the help of a tear-down. */
    static final class Awaiting {

        void awaitsTheFuture() {
            CompletableFuture.runAsync(() -> assertEquals(2, answer())).join();
        }

        void joinsByReference() {
            var futures = List.of(CompletableFuture.runAsync(() -> assertEquals(2, answer())));
            futures.forEach(CompletableFuture::join);
        }

        void expectsTheFutureToEnd() {
            var future = CompletableFuture.runAsync(() -> assertEquals(2, answer()));
            assertDoesNotThrow(future::join);
        }

        void assertsThatTheFutureSucceeds() {
            var future = CompletableFuture.runAsync(() -> assertEquals(2, answer()));
            assertThat(future).succeedsWithin(Duration.ofSeconds(1));
        }
    }
}
