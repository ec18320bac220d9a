package io.github.untilfixed.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.FailsUntilFixed;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.config.Source;
import io.github.untilfixed.incident.Registry;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is expected of a test, by what is written on it and in the registry. */
class ExpectationsTests {

    private static final String ENTRY = """
              - id: "%s"
                title: One line
                kind: code
                owner: platform
                opened: 2025-09-15
                review-by: 2099-01-31
                symptoms:
                  both: {message: both}
                  %s: {message: any}
            """;
    private static final String ONE = ENTRY.formatted("1", "refused");
    private static final String TWO = ENTRY.formatted("2", "quota");
    private static final String NAME = ExpectationsTests.class.getName() + "$";

    @TempDir
    Path directory;

    @Nested
    class OfAClass {

        @Test
        void holdForWhatImplementsAnInterface() throws Exception {
            assertThat(incidents(Implementing.class)).containsExactly("1");
            assertThat(incidents(BelowImplementing.class)).containsExactly("1");
            assertThat(incidents(ImplementingDeeper.class)).containsExactly("1");
            assertThat(incidents(Implementing.Inner.class)).containsExactly("1");
            assertThat(incidents(Plain.class)).isEmpty();
        }

        @Test
        void areThoseThatStandNearest() throws Exception {
            assertThat(incidents(Nearer.class)).containsExactly("2");
            assertThat(incidents(BelowNearer.class)).containsExactly("2");
            assertThat(incidents(BelowNearerImplementing.class)).containsExactly("1");
            assertThat(incidents(Nearer.Inner.class)).containsExactly("2");
        }

        @Test
        void areSaidToStandOnTheInterface() throws Exception {
            var expectations = expectations(TWO);

            resolve(expectations, BelowImplementing.class);
            assertThat(expectations.problems())
                    .containsExactly(NAME + "Blocked: incident '1' is not in the registry "
                            + directory.resolve("incidents.yaml") + "; did you mean 2?; known incidents: 2");
        }

        @Test
        void mayStandOnAnnotationsThatCarryThemselvesOrEachOther() throws Exception {
            assertThat(incidents(OnItself.class)).containsExactly("1");
            assertThat(incidents(OnEachOther.class)).containsExactly("2");
            assertThat(incidents(OnItselfAlone.class)).isEmpty();
        }
    }

    @Nested
    class OfSelectors {

        @Test
        void addUpWhenTheyPickTheSameTest() throws Exception {
            var expectations = expectations(picking(ONE, Plain.class, "symptom: both", "post-fix-only: true")
                    + picking(TWO, Plain.class, "symptom: both", "post-fix-only: true"));

            var expected = resolve(expectations, Plain.class);
            assertThat(expected.incidentIds()).containsExactly("1", "2");
            assertThat(expected.symptom()).contains("both");
            assertThat(expected.postFixOnly()).isTrue();
            assertThat(expectations.anyPostFixOnly()).isTrue();
            assertThat(expectations.problems()).isEmpty();
        }

        @Test
        void pickATestOnceHoweverManyOfAnIncidentDo() throws Exception {
            var expectations =
                    expectations(picking(ONE, Plain.class) + "      - package: " + Plain.class.getPackageName() + "\n");

            assertThat(resolve(expectations, Plain.class).incidentIds()).containsExactly("1");
            assertThat(expectations.anyPostFixOnly()).isFalse();
            assertThat(expectations.problems()).isEmpty();
        }

        @Test
        void mayRepeatWhatTheAnnotationSays() throws Exception {
            var expectations = expectations(picking(ONE, Particular.class, "symptom: refused", "intermittent: true"));

            resolve(expectations, Particular.class);
            assertThat(expectations.problems()).isEmpty();
        }

        @Test
        void mustNotSayOtherwiseThanTheAnnotation() throws Exception {
            contradicts(
                    picking(ONE, Particular.class, "symptom: both", "intermittent: true"),
                    ", symptom both, intermittent");
            contradicts(picking(ONE, Particular.class, "symptom: refused"), ", symptom refused");
            contradicts(
                    picking(ONE, Particular.class, "symptom: refused", "intermittent: true", "post-fix-only: true"),
                    ", symptom refused, intermittent, post-fix only");
            contradicts(picking(ONE, Particular.class, "intermittent: true"), ", intermittent");
            contradicts(picking(ONE, Particular.class), "");
        }

        private void contradicts(String registry, String manner) throws Exception {
            var expectations = expectations(registry);

            resolve(expectations, Particular.class);
            assertThat(expectations.problems())
                    .containsExactly(
                            NAME + "Particular is declared twice and differently: incidents [1], symptom refused,"
                                    + " intermittent at " + NAME + "Particular; incidents [1]" + manner + " at "
                                    + directory.resolve("incidents.yaml") + ":12 (class " + NAME
                                    + "Particular). Keep one of them.");
        }

        @Test
        void mustNameTheSameIncidentsAsTheAnnotation() throws Exception {
            var expectations = expectations(ONE + picking(TWO, Nearer.class) + ENTRY.formatted("3", "third"));
            resolve(expectations, Nearer.class);
            assertThat(expectations.problems()).isEmpty();

            var differing = expectations(picking(ONE, Nearer.class) + picking(TWO, Nearer.class));
            resolve(differing, Nearer.class);
            assertThat(differing.problems())
                    .singleElement()
                    .asString()
                    .contains("incidents [2] at " + NAME + "Nearer; incidents [1, 2] at ")
                    .contains(":12 (class " + NAME + "Nearer) and ")
                    .contains(":23 (class " + NAME + "Nearer). Keep one of them.");
        }

        @Test
        void ofTwoIncidentsMustSayTheSameOfTheTest() throws Exception {
            var expectations =
                    expectations(picking(ONE, Plain.class, "intermittent: true") + picking(TWO, Plain.class));

            resolve(expectations, subject(Plain.class, "test"));
            assertThat(expectations.problems())
                    .singleElement()
                    .asString()
                    .startsWith(NAME + "Plain#test is declared twice and differently: incidents [1], intermittent at ")
                    .contains("; incidents [2] at ");
        }

        @Test
        void concernEveryClassAsTheyMayPickIt() throws Exception {
            assertThat(expectations(ONE).concern(List.of(Plain.class), Optional.empty()))
                    .isFalse();
            assertThat(expectations(ONE).concern(List.of(Implementing.class), Optional.empty()))
                    .isTrue();
            assertThat(expectations(picking(ONE, Nearer.class)).concern(List.of(Plain.class), Optional.empty()))
                    .isTrue();
        }
    }

    @Nested
    class ThatNameWhatIsNotThere {

        @Test
        void areToldTheNearestIncidentAndAll() throws Exception {
            var expectations = expectations(ENTRY.formatted("1287", "a") + ENTRY.formatted("4711", "b"));

            assertThat(resolve(expectations, subject(Mistyped.class, "test"))).isEqualTo(Expectation.PASS);
            assertThat(expectations.problems())
                    .containsExactly(NAME + "Mistyped#test: incident '4712' is not in the registry "
                            + directory.resolve("incidents.yaml")
                            + "; did you mean 4711?; known incidents: 1287, 4711");
        }

        @Test
        void areToldWhenThereIsNone() throws Exception {
            var expectations = expectations("");

            resolve(expectations, subject(Mistyped.class, "test"));
            assertThat(expectations.problems())
                    .containsExactly(NAME + "Mistyped#test: incident '4712' is not in the registry "
                            + directory.resolve("incidents.yaml") + "; known incidents: none");
        }

        @Test
        void areToldTheSymptomsOfEachIncidentThatLacksIt() throws Exception {
            var expectations = expectations(ONE + TWO);

            var expected = resolve(expectations, Narrowed.class);
            assertThat(expectations.problems())
                    .containsExactly(
                            NAME + "Narrowed: symptom 'quota' is not one of incident 1; allowed: both, refused");
            assertThat(expected.blockers())
                    .extracting(blocker -> blocker.allowed().size())
                    .containsExactly(0, 1);
        }
    }

    private List<String> incidents(Class<?> type) throws IOException {
        var expectations = expectations(ONE + TWO);
        var found = resolve(expectations, type).incidentIds();
        assertThat(expectations.problems()).isEmpty();
        return found;
    }

    private static Expectation resolve(Expectations expectations, Class<?> type) {
        return resolve(
                expectations, new Subject(Subject.withEnclosing(List.of(type)), null, Set.of(), Optional.empty()));
    }

    private static Expectation resolve(Expectations expectations, Subject subject) {
        return expectations.resolve(subject);
    }

    private static Subject subject(Class<?> type, String method) throws NoSuchMethodException {
        return new Subject(
                Subject.withEnclosing(List.of(type)), type.getDeclaredMethod(method), Set.of(), Optional.empty());
    }

    private Expectations expectations(String entries) throws IOException {
        var file = Files.writeString(directory.resolve("incidents.yaml"), "incidents:\n" + entries);
        var config =
                HarnessConfig.of(List.of(new Source("test", Map.of("untilfixed.incidents", file.toString()), true)));
        return new Expectations(config, Registry.load(config));
    }

    private static String picking(String entry, Class<?> type, String... more) {
        var selector = new StringBuilder("    expectations:\n      - class: " + type.getName() + "\n");
        for (var line : more) {
            selector.append("        ").append(line).append('\n');
        }
        return entry + selector;
    }

    @FailsUntilFixed("1")
    private interface Blocked {}

    private interface Deeper extends Blocked {}

    private static class Implementing implements Blocked {

        private static final class Inner {}
    }

    private static final class BelowImplementing extends Implementing {}

    private static final class ImplementingDeeper implements Deeper {}

    @FailsUntilFixed("2")
    private static class Nearer implements Blocked {

        private static final class Inner {}
    }

    private static final class BelowNearer extends Nearer {}

    private static final class BelowNearerImplementing extends Nearer implements Deeper {}

    private static final class Plain {

        @SuppressWarnings("unused")
        void test() {}
    }

    @FailsUntilFixed(value = "1", symptom = "refused", intermittent = true)
    private static final class Particular {}

    @FailsUntilFixed(
            value = {"1", "2"},
            symptom = "quota")
    private static final class Narrowed {}

    private static final class Mistyped {

        @SuppressWarnings("unused")
        @FailsUntilFixed("4712")
        void test() {}
    }

    @Itself
    private static final class OnItself {}

    @Alone
    private static final class OnItselfAlone {}

    @First
    private static final class OnEachOther {}

    @Itself
    @FailsUntilFixed("1")
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Itself {}

    @Alone
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Alone {}

    @Second
    @Retention(RetentionPolicy.RUNTIME)
    private @interface First {}

    @First
    @FailsUntilFixed("2")
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Second {}
}
