package io.github.untilfixed.engine.inside;

import io.github.untilfixed.KnownIssue;
import io.github.untilfixed.config.Distance;
import io.github.untilfixed.config.HarnessFault;
import io.github.untilfixed.expectation.Blocker;
import io.github.untilfixed.incident.Origin;
import io.github.untilfixed.verdict.Part;
import io.github.untilfixed.verdict.Part.Ending;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Judges the parts of one test that fail until an incident is fixed.
 *
 * @param run the run
 * @param context the test
 * @param origin the step of the test that the thread is in
 */
record TestScope(RunState run, ExtensionContext context, Origin origin) implements KnownIssue.Scope {

    @Override
    public void open() {
        run.sightings().expectParts(context.getUniqueId());
    }

    @Override
    public KnownIssue.@Nullable Scope or(KnownIssue.@Nullable Scope here) {
        boolean over = !run.sightings().expectsParts(context.getUniqueId());
        boolean isBelow = here instanceof TestScope inner && inner.isBelow(context.getUniqueId());
        return over || isBelow ? here : this;
    }

    private boolean isBelow(String uniqueId) {
        return context.getUniqueId().startsWith(uniqueId + "/");
    }

    /** That a part cannot be judged must not be hidden by a test that catches it, or a thread that dies of it. */
    @Override
    public boolean forgives(KnownIssue.Part part, Throwable thrown, Duration duration) {
        try {
            return judge(blocker(part), thrown, duration);
        } catch (RuntimeException | StackOverflowError e) {
            e.addSuppressed(thrown);
            run.sightings().broken(context.getUniqueId(), e);
            throw e;
        }
    }

    private boolean judge(Blocker blocker, Throwable thrown, Duration duration) {
        var uniqueId = context.getUniqueId();
        if (isAbort(thrown.getClass())) {
            run.sightings().add(uniqueId, new Part(blocker, Ending.ABORTED));
            return false;
        }
        run.sightings().saw(uniqueId, origin, thrown);
        var failures = run.sightings().ofPart(uniqueId, thrown, duration);
        boolean forgiven = run.sightings().expectsParts(uniqueId) && run.judge().forgives(blocker, failures);
        run.sightings().add(uniqueId, new Part(blocker, forgiven ? Ending.FORGIVEN : Ending.FAILED, failures));
        return forgiven;
    }

    /** JUnit 4 has an assumption of its own, which Jupiter takes for one, too. */
    private static boolean isAbort(@Nullable Class<?> type) {
        return type != null
                && (type == TestAbortedException.class
                        || type.getName().equals("org.junit.internal.AssumptionViolatedException")
                        || isAbort(type.getSuperclass()));
    }

    @Override
    public void returned(KnownIssue.Part part) {
        try {
            run.sightings().add(context.getUniqueId(), new Part(blocker(part), Ending.PASSED));
        } catch (RuntimeException e) {
            run.sightings().broken(context.getUniqueId(), e);
            throw e;
        }
    }

    private String unknown(String incident) {
        var known = run.registry().incidents().keySet();
        return "KnownIssue names incident '" + incident + "', which is not in the registry "
                + run.registry().source()
                + (known.isEmpty() ? "" : "; did you mean " + Distance.nearest(incident, known) + "?")
                + " Known incidents: " + known;
    }

    private Blocker blocker(KnownIssue.Part part) {
        var incident = run.registry()
                .find(part.incident())
                .orElseThrow(() -> new UnknownIncidentException(unknown(part.incident())));
        part.symptom().filter(name -> incident.symptom(name).isEmpty()).ifPresent(name -> {
            throw new UnknownIncidentException(
                    "KnownIssue names symptom '" + name + "', which is not one of incident " + incident.id());
        });
        return new Blocker(
                incident,
                part.symptom(),
                part.intermittent(),
                run.expectations().flipped(incident));
    }

    /** A part that names what is not in the registry. */
    private static final class UnknownIncidentException extends IllegalArgumentException implements HarnessFault {

        private static final long serialVersionUID = 1L;

        UnknownIncidentException(String message) {
            super(message);
        }
    }
}
