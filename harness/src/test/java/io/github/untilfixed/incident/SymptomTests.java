package io.github.untilfixed.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SymptomTests {

    @Test
    void anExceptionMayStandAnywhereInTheChainAndBeASubclass() {
        var symptom = exceptions("java.sql.SQLException");

        assertThat(mismatches(symptom, new SQLTransientConnectionException("x")))
                .isEmpty();
        assertThat(mismatches(symptom, new IllegalStateException(new SQLException("x"))))
                .isEmpty();
        assertThat(mismatches(exceptions("SQLException"), new SQLException("x")))
                .isEmpty();
        assertThat(mismatches(exceptions("java.lang.AutoCloseable"), new Closing()))
                .isEmpty();
        assertThat(mismatches(symptom, new ConnectException("x")))
                .containsExactly("exceptions [java.net.ConnectException], expected java.sql.SQLException");
    }

    @Test
    void suppressedAndNextExceptionsBelongToTheChainAndCyclesEnd() {
        var suppressing = new IllegalStateException("x");
        suppressing.addSuppressed(new SQLException("y"));
        var batch = new SQLException("first");
        batch.setNextException(new SQLTransientConnectionException("next"));
        var cycle = new IllegalStateException("a");
        cycle.addSuppressed(new IllegalStateException(cycle));

        assertThat(mismatches(exceptions("SQLException"), suppressing)).isEmpty();
        assertThat(mismatches(exceptions("SQLTransientConnectionException"), batch))
                .isEmpty();
        assertThat(mismatches(exceptions("SQLException"), cycle)).hasSize(1);
    }

    @Test
    void everyDeclaredCriterionMustHold() {
        var symptom = new Symptom(
                "all",
                Optional.of("in words"),
                Set.of(Origin.SET_UP),
                List.of("SQLException"),
                Optional.of(Pattern.compile("time")),
                List.of("08001", "08006"),
                List.of("503"),
                List.of("DATABASE"),
                Optional.of(new Band(Duration.ofSeconds(70), Duration.ofSeconds(80))));

        assertThat(symptom.mismatches(
                        new Failure(
                                Origin.SET_UP,
                                new Diagnosed(new SQLException("timeout", "08006"), 1_500),
                                Duration.ZERO),
                        50))
                .isEmpty();
        assertThat(symptom.mismatches(new Failure(Origin.TEST, new IllegalStateException(), Duration.ofSeconds(1)), 50))
                .containsExactly(
                        "started in TEST, expected SET_UP",
                        "exceptions [java.lang.IllegalStateException], expected SQLException",
                        "no message matches /time/",
                        "no SQLSTATE, expected 08001 or 08006",
                        "no HTTP status, expected 503",
                        "no start-up phase, expected DATABASE",
                        "measured 50 s, expected 70 s to 80 s");
        assertThat(symptom.describe())
                .isEqualTo("in words; exception SQLException; message /time/; SQLSTATE 08001 or 08006; HTTP status 503;"
                        + " start-up phase DATABASE; measured 70 s to 80 s; origin SET_UP");
    }

    @Test
    void anSqlExceptionWithoutAStateShowsNone() {
        var symptom = new Symptom(
                "state",
                Optional.empty(),
                Symptom.DEFAULT_ORIGINS,
                List.of(),
                Optional.empty(),
                List.of("08006"),
                List.of(),
                List.of(),
                Optional.empty());

        assertThat(mismatches(symptom, new SQLException("x"))).containsExactly("no SQLSTATE, expected 08006");
        assertThat(mismatches(symptom, new SQLException("x", "08001")))
                .containsExactly("SQLSTATE [08001], expected 08006");
    }

    @Test
    void anExceptionMayKnowOnlySomeOfTheFacts() {
        var symptom = new Symptom(
                "all",
                Optional.empty(),
                Symptom.DEFAULT_ORIGINS,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of("503"),
                List.of("DATABASE"),
                Optional.of(new Band(Duration.ZERO, Duration.ofSeconds(1))));

        assertThat(symptom.mismatches(new Failure(Origin.TEST, new Unknowing(), Duration.ofSeconds(2)), 1))
                .containsExactly(
                        "no HTTP status, expected 503",
                        "no start-up phase, expected DATABASE",
                        "measured 2 s, expected 0 ms to 1 s");
    }

    @Test
    void aFailureIsSummedUpByTypeAndFirstLine() {
        assertThat(summary(new ConnectException(" Connection refused\nand more")))
                .isEqualTo("ConnectException: Connection refused");
        assertThat(summary(new ConnectException())).isEqualTo("ConnectException");
        assertThat(summary(new ConnectException(" "))).isEqualTo("ConnectException");
        assertThat(summary(new Closing())).isEqualTo("SymptomTests$Closing");
    }

    private static String summary(Throwable thrown) {
        return new Failure(Origin.TEST, thrown, Duration.ZERO).summary();
    }

    @Test
    void aBandHoldsAtBothEnds() {
        var band = new Band(Duration.ofSeconds(1), Duration.ofSeconds(2));

        assertThat(band.contains(Duration.ofMillis(999))).isFalse();
        assertThat(band.contains(Duration.ofSeconds(1))).isTrue();
        assertThat(band.contains(Duration.ofSeconds(2))).isTrue();
        assertThat(band.contains(Duration.ofMillis(2001))).isFalse();
        assertThat(new Band(Duration.ofSeconds(1), Band.UNBOUNDED)).hasToString("at least 1 s");
    }

    @Test
    void durationsAreReadAndWrittenAsPeopleDo() {
        assertThat(Durations.parse("75s")).contains(Duration.ofSeconds(75));
        assertThat(Durations.parse("0.5 s")).contains(Duration.ofMillis(500));
        assertThat(Durations.parse("10min")).contains(Duration.ofMinutes(10));
        assertThat(Durations.parse("2h")).contains(Duration.ofHours(2));
        assertThat(Durations.parse("20ms")).contains(Duration.ofMillis(20));
        assertThat(Durations.parse("75")).isEmpty();
        assertThat(Durations.text(Duration.ofMillis(999))).isEqualTo("999 ms");
        assertThat(Durations.text(Duration.ofSeconds(1))).isEqualTo("1 s");
        assertThat(Durations.text(Duration.ofMillis(1_250))).isEqualTo("1.25 s");
    }

    private static Symptom exceptions(String type) {
        return new Symptom(
                "one",
                Optional.empty(),
                Symptom.DEFAULT_ORIGINS,
                List.of(type),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static List<String> mismatches(Symptom symptom, Throwable thrown) {
        return symptom.mismatches(new Failure(Origin.TEST, thrown, Duration.ZERO), 1);
    }

    private static final class Closing extends Exception implements AutoCloseable {

        private static final long serialVersionUID = 1L;

        @Override
        public void close() {}
    }

    private static final class Unknowing extends Exception implements DiagnosedFailure {

        private static final long serialVersionUID = 1L;
    }

    private static final class Diagnosed extends Exception implements DiagnosedFailure {

        private static final long serialVersionUID = 1L;

        private final long millis;

        Diagnosed(Throwable cause, long millis) {
            super("diagnosed", cause);
            this.millis = millis;
        }

        @Override
        public Optional<String> startupPhase() {
            return Optional.of("DATABASE");
        }

        @Override
        public OptionalInt httpStatus() {
            return OptionalInt.of(503);
        }

        @Override
        public Optional<Duration> measured() {
            return Optional.of(Duration.ofMillis(millis));
        }
    }
}
