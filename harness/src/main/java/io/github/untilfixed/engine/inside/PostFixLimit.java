package io.github.untilfixed.engine.inside;

import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.expectation.Subject;
import io.github.untilfixed.incident.Origin;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The hard limit of tests that first run after the flip: before it they would only burn time, and after it they may still. */
final class PostFixLimit {

    private PostFixLimit() {}

    /** Returns whether what runs is such a test, or is there for such tests alone. */
    static boolean holds(RunState run, ExtensionContext context) {
        return run.expectations().anyPostFixOnly()
                && (expectation(run, context).postFixOnly() || isForTestsAfterTheFlip(run, context));
    }

    /** A class may leave it to each of its tests to say so. */
    private static boolean isForTestsAfterTheFlip(RunState run, ExtensionContext context) {
        return nearest(context, each -> Optional.of(each.getUniqueId()).filter(run.afterTheFlip()::contains))
                .isPresent();
    }

    /** Returns what is declared for all invocations of the test, or for the class when that is what runs. */
    static Expectation expectation(RunState run, ExtensionContext context) {
        var classes = each(context, ExtensionContext::getTestClass).distinct().toList();
        return Optional.of(classes)
                .filter(found -> !found.isEmpty())
                .map(found -> new Subject(
                        Subject.withEnclosing(found),
                        nearest(context, ExtensionContext::getTestMethod).orElse(null),
                        context.getTags(),
                        Optional.empty()))
                .filter(subject -> !run.expectations().limited(subject))
                .map(run.expectations()::resolve)
                .orElse(Expectation.PASS);
    }

    /** A dynamic test knows neither its class nor its factory; the context around it does. */
    private static <T> Optional<T> nearest(ExtensionContext context, Function<ExtensionContext, Optional<T>> part) {
        return each(context, part).findFirst();
    }

    private static <T> Stream<T> each(ExtensionContext context, Function<ExtensionContext, Optional<T>> part) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, each -> each.flatMap(ExtensionContext::getParent))
                .flatMap(each -> each.flatMap(part).stream());
    }

    /** Runs a step within the limit, and remembers a timeout as what it is. */
    // A step without a result has null for one.
    @SuppressWarnings("NullAway")
    static <T> T run(RunState run, ExtensionContext context, Step<T> step) throws Throwable {
        try {
            return HardLimit.run(run.config().postFixTimeout(), "untilfixed.post-fix-timeout", () -> carried(step));
        } catch (HardLimit.LimitExceededException over) {
            run.sightings().saw(context.getUniqueId(), Origin.TIMEOUT, over);
            throw over;
        }
    }

    private static <T> T carried(Step<T> step) throws HardLimit.Carried {
        try {
            return step.run();
        } catch (Throwable thrown) {
            throw new HardLimit.Carried(thrown);
        }
    }

    /** A step of a test. */
    @FunctionalInterface
    interface Step<T> {

        /** Runs it. */
        T run() throws Throwable;
    }
}
