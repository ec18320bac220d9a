package io.github.untilfixed.engine.inside;

import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.verdict.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must not run in this run, and why; thread-safe. */
public final class Held {

    private static final String CLASS_INVOCATION = "[class-template-invocation:";

    private final Map<String, Outcome.NotRun> reasons = new ConcurrentHashMap<>();
    private volatile @Nullable Function<Expectation, Optional<Outcome.NotRun>> rule;

    /** Holds nothing. */
    public Held() {}

    /**
     * Holds back what is planned, and what appears later by a rule.
     *
     * @param planned why a test or container must not run, by unique id
     * @param appearing why a test of that expectation must not run
     */
    public void hold(Map<String, Outcome.NotRun> planned, Function<Expectation, Optional<Outcome.NotRun>> appearing) {
        reasons.putAll(planned);
        rule = appearing;
    }

    /** Returns whether anything may be held back. */
    public boolean isAny() {
        return rule != null;
    }

    /** Returns why the node must not run, or null when it may. */
    public Outcome.@Nullable NotRun reason(String uniqueId) {
        return reasons.get(uniqueId);
    }

    /** The methods of a parameterized class are not planned, as they appear with each of its invocations. */
    Outcome.@Nullable NotRun reason(String uniqueId, Supplier<Expectation> expectation) {
        var known = reason(uniqueId);
        var appearing = rule;
        if (known != null || appearing == null || !uniqueId.contains(CLASS_INVOCATION)) {
            return known;
        }
        var found = appearing.apply(expectation.get());
        found.ifPresent(reason -> reasons.put(uniqueId, reason));
        return found.orElse(null);
    }
}
