package io.github.untilfixed.engine;

import io.github.untilfixed.engine.inside.Hearing;
import io.github.untilfixed.incident.Facts;
import io.github.untilfixed.verdict.Outcome;
import io.github.untilfixed.verdict.Part;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Puts together what a verdict on a test or container that has ended is taken from; thread-safe. */
final class Cases {

    private static final String NOT_ENTERED =
            "its body was not entered: an extension took the call away and reported a success";

    private final Run run;

    Cases(Run run) {
        this.run = run;
    }

    Case of(TestDescriptor node, TestExecutionResult result, Hearing hearing) {
        var thrown = result.getThrowable().orElse(null);
        var id = Descriptors.id(node);
        long nanos = hearing.elapsedNanos();
        var arguments = run.sightings().arguments(hearing, id);
        boolean taken =
                node.isTest() && arguments == null && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        return new Case(
                node,
                id,
                taken ? notEntered(id) : outcome(id, result, nanos),
                thrown,
                arguments,
                hearing.startedAt(),
                nanos / 1e6,
                hearing.evidence());
    }

    /** Its set-up may have had parts of its own. */
    private Outcome notEntered(String id) {
        var parts = run.sightings().parts(id);
        return parts.isEmpty()
                ? new Outcome.NotRun(NOT_ENTERED, false, Optional.empty())
                : new Outcome.Aborted(NOT_ENTERED, parts);
    }

    private Outcome outcome(String id, TestExecutionResult result, long nanos) {
        var thrown = result.getThrowable();
        var broken = run.sightings().broken(id);
        if (broken.isPresent()) {
            return new Outcome.Broken("A KnownIssue could not be judged: " + Facts.text(broken.get()));
        }
        return switch (result.getStatus()) {
            case SUCCESSFUL -> returned(run.sightings().parts(id));
            case ABORTED ->
                new Outcome.Aborted(
                        thrown.flatMap(Facts::message).orElse("aborted without a reason"),
                        run.sightings().parts(id));
            case FAILED ->
                new Outcome.Threw(
                        run.sightings()
                                .failures(
                                        id,
                                        thrown.orElseGet(() -> new AssertionError("failed without an exception")),
                                        Duration.ofNanos(nanos)),
                        run.sightings().parts(id));
        };
    }

    private static Outcome returned(List<Part> parts) {
        return parts.isEmpty() ? Outcome.Returned.WHOLE : new Outcome.Returned(parts);
    }
}
