package io.github.untilfixed.engine;

import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.expectation.Expectations;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;

/**
 * What each test is expected to do: looked up once for those that are planned, of which only those that do not simply
 * pass are held, and when they come for those that appear later. Thread-safe.
 */
final class Expected {

    private final Expectations expectations;
    private final IdentityHashMap<TestDescriptor, Expectation> planned = new IdentityHashMap<>();

    /** JUnit takes the tests out of a parameterized class until it runs. */
    private final IdentityHashMap<TestDescriptor, Set<Expectation>> inClassTemplates = new IdentityHashMap<>();

    private Expected(Expectations expectations) {
        this.expectations = expectations;
    }

    /** Looks up the planned tests, which makes the expectations remember their problems. */
    static Expected of(Expectations expectations, Collection<? extends TestDescriptor> tests) {
        var expected = new Expected(expectations);
        for (var test : tests) {
            var expectation = expected.resolve(test, List.of());
            if (!expectation.blockers().isEmpty()) {
                expected.planned.put(test, expectation);
            }
            for (var template : Descriptors.classTemplates(test)) {
                expected.inClassTemplates
                        .computeIfAbsent(template, each -> new LinkedHashSet<>())
                        .add(expectation);
            }
        }
        return expected;
    }

    /** Returns what a test is expected to do whose body was not entered, or that has no arguments. */
    Expectation of(TestDescriptor test) {
        return of(test, List.of());
    }

    /** Returns what a test is expected to do whose body was entered with these arguments. */
    Expectation of(TestDescriptor test, List<@Nullable Object> arguments) {
        var known = planned.get(test);
        if (known != null) {
            return known;
        }
        var ofItsTests = inClassTemplates.get(test);
        if (ofItsTests != null) {
            return ofItsTests.stream().reduce(Expectation.PASS, Expectation::with);
        }
        return Descriptors.appearedLater(test) ? resolve(test, arguments) : Expectation.PASS;
    }

    /**
     * Returns what each of the tests is expected to do that a failure stands for: that of a template or parameterized class
     * stands for all of its tests, and is forgiven only if it is for each.
     */
    Expectation ofEach(TestDescriptor test, List<@Nullable Object> arguments) {
        var expectation = of(test, arguments);
        return limited(test) ? expectation.withoutOpen() : expectation;
    }

    /** Returns how many tests that were found name an incident, whatever was left out of the run since then. */
    long found(String incident) {
        return planned.values().stream()
                .filter(expectation -> expectation.incidentIds().contains(incident))
                .count();
    }

    /** Returns the incidents that the tests name, once for each test. */
    List<Blocker> blockers(Collection<? extends TestDescriptor> tests) {
        return planned.isEmpty() && inClassTemplates.isEmpty()
                ? List.of()
                : tests.stream().flatMap(test -> of(test).blockers().stream()).toList();
    }

    /** Returns whether what is declared for a template holds for some of its tests only. */
    boolean limited(TestDescriptor test) {
        if (test.isTest() || isMixed(test)) {
            return isMixed(test);
        }
        return Descriptors.subject(test, List.of())
                .filter(expectations::limited)
                .isPresent();
    }

    /** Returns whether the tests of a parameterized class are expected to do different things. */
    boolean isMixed(TestDescriptor test) {
        var ofItsTests = inClassTemplates.get(test);
        return ofItsTests != null && ofItsTests.size() > 1;
    }

    /** Looks up what is declared for a test or container. */
    Expectation resolve(TestDescriptor test, List<@Nullable Object> arguments) {
        if (!expectations.concern(Descriptors.testClasses(test), Descriptors.method(test))) {
            return Expectation.PASS;
        }
        return Descriptors.subject(test, arguments).map(expectations::resolve).orElse(Expectation.PASS);
    }
}
