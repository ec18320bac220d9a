package io.github.untilfixed.engine;

import io.github.untilfixed.config.Tier;
import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.incident.Facts;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.verdict.Outcome;
import io.github.untilfixed.verdict.Part;
import io.github.untilfixed.verdict.Ruling;
import io.github.untilfixed.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Has each case judged and puts the ruling on record; thread-safe. */
final class Court {

    private final Run run;
    private final Optional<Tier> tier;

    /**
     * Creates it for one stage.
     *
     * @param tier of all the tests that it judges, or empty when they have none
     */
    Court(Run run, Optional<Tier> tier) {
        this.run = run;
        this.tier = tier;
    }

    /** Judges a test by its own expectation. */
    Ruling rule(Case about) {
        var arguments = about.arguments();
        Expectation expectation;
        try {
            var known = arguments == null ? List.<@Nullable Object>of() : arguments;
            expectation = about.outcome() instanceof Outcome.Threw
                    ? run.expected().ofEach(about.test(), known)
                    : run.expected().of(about.test(), known);
        } catch (RuntimeException e) {
            // Such as a predicate of the user's that throws: the test is owed a verdict, and it is no green one.
            return rule(about.broken("what is expected of it cannot be told: " + Facts.text(e)), Expectation.PASS);
        }
        return rule(about, expectation);
    }

    /** Returns whether a test has neither a tier nor an incident: it says nothing of ours. */
    boolean hasNoPartIn(Case about) {
        return tier.isEmpty() && run.expected().of(about.test(), List.of()).equals(Expectation.PASS);
    }

    /** Judges and records. */
    Ruling rule(Case about, Expectation expectation) {
        var counted = counted(about, expectation);
        var ruling = judge(expectation, about.outcome());
        run.results().prune(ruling, about.outcome());
        var hollow = hollow(about);
        run.tally().count(expectation, about.outcome().parts(), tier, ruling.verdict(), hollow.isPresent());
        run.recorder().write(line(about, counted, ruling, hollow));
        run.sightings().forget(about.id());
        return ruling;
    }

    private Ruling judge(Expectation expectation, Outcome outcome) {
        try {
            return run.judge().judge(expectation, outcome);
        } catch (RuntimeException | StackOverflowError e) {
            // Such as a pattern of the registry that is too much for a long message.
            return run.judge().judge(expectation, new Outcome.Broken("the verdict cannot be taken: " + Facts.text(e)));
        }
    }

    /** Returns what a container's own failure is judged by: what its tests have in common, or else that it passes. */
    Expectation containerExpectation(TestDescriptor container) {
        try {
            var ofTests = Descriptors.plannedBelow(container).stream()
                    .map(test -> run.expected().ofEach(test, List.of()))
                    .collect(Collectors.toSet());
            if (ofTests.size() == 1) {
                return ofTests.iterator().next();
            }
            return ofTests.isEmpty() && !run.expected().isMixed(container)
                    ? run.expected().resolve(container, List.of())
                    : Expectation.PASS;
        } catch (RuntimeException e) {
            // A predicate of the user's that needs arguments: nothing is forgiven.
            return Expectation.PASS;
        }
    }

    private TestRecord line(Case about, Expectation expectation, Ruling ruling, Optional<String> hollow) {
        var test = about.test();
        var method = Descriptors.methodSource(test);
        return new TestRecord(
                about.id(),
                className(test),
                method.map(MethodSource::getMethodName).orElse(null),
                test.getDisplayName(),
                tier.map(Tier::tag).orElse(null),
                Entries.expectation(expectation),
                run.entries().outcome(about.outcome(), about.bodyRan()),
                ruling.verdict(),
                ruling.incident().orElse(null),
                ruling.symptom().orElse(null),
                ruling.verdict() == Verdict.PASSED
                        ? ruling.explanation()
                        : run.entries().redact(ruling.explanation()),
                about.startedAt(),
                about.durationMillis(),
                flags(about, expectation, hollow),
                about.evidence());
    }

    /** A test is on record also for the incidents that only parts of it name. */
    private static Expectation counted(Case about, Expectation expectation) {
        return expectation.with(
                about.outcome().parts().stream().map(Part::blocker).toList());
    }

    private List<String> flags(Case about, Expectation expectation, Optional<String> hollow) {
        if (hollow.isEmpty() && about.outcome().parts().isEmpty() && !expectation.postFixOnly()) {
            return List.of();
        }
        var flags = new ArrayList<String>();
        hollow.ifPresent(reason -> {
            flags.add(TestRecord.HOLLOW);
            run.tally()
                    .hollow(className(about.test()) + "#"
                            + Descriptors.methodSource(about.test())
                                    .map(MethodSource::getMethodName)
                                    .orElse("")
                            + ": " + reason);
        });
        if (!about.outcome().parts().isEmpty()) {
            flags.add(TestRecord.KNOWN_ISSUE);
        }
        if (expectation.postFixOnly()) {
            flags.add(TestRecord.POST_FIX_ONLY);
        }
        return flags;
    }

    /** Only what returned can be hollow: a failure has shown something. */
    private Optional<String> hollow(Case about) {
        return about.outcome() instanceof Outcome.Returned
                ? Descriptors.method(about.test()).flatMap(run.hollow()::reason)
                : Optional.empty();
    }

    private static String className(TestDescriptor test) {
        for (var each = Optional.of(test); each.isPresent(); each = each.get().getParent()) {
            var source = Descriptors.source(each.get());
            if (source instanceof MethodSource method) {
                return method.getClassName();
            }
            if (source instanceof ClassSource type) {
                return type.getClassName();
            }
        }
        return test.getDisplayName();
    }
}
