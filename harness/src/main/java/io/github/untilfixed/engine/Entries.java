package io.github.untilfixed.engine;

import io.github.untilfixed.expectation.Expectation;
import io.github.untilfixed.incident.Facts;
import io.github.untilfixed.incident.Failure;
import io.github.untilfixed.journal.TestRecord.CauseEntry;
import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import io.github.untilfixed.journal.TestRecord.ExpectationEntry;
import io.github.untilfixed.journal.TestRecord.FailureEntry;
import io.github.untilfixed.journal.TestRecord.OutcomeEntry;
import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.verdict.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns expectations and outcomes into the parts of a journal line, without secrets. */
final class Entries {

    private static final ExpectationEntry PASS = new ExpectationEntry("PASS", List.of(), null);
    private static final int TRACE_LINES = 40;
    private static final int MESSAGE_LENGTH = 4_000;

    private final Redactor redactor;

    Entries(Redactor redactor) {
        this.redactor = redactor;
    }

    static ExpectationEntry expectation(Expectation expectation) {
        if (expectation.blockers().isEmpty()) {
            return PASS;
        }
        return new ExpectationEntry(
                expectation.kind().name(),
                expectation.incidentIds(),
                expectation.symptom().orElse(null));
    }

    OutcomeEntry outcome(Outcome outcome, boolean bodyRan) {
        if (outcome instanceof Outcome.Threw threw) {
            var failures = threw.failures().stream().map(this::failure).toList();
            return new OutcomeEntry("THREW", bodyRan, failures, null);
        }
        if (outcome instanceof Outcome.Aborted aborted) {
            return new OutcomeEntry("ABORTED", bodyRan, List.of(), redact(aborted.reason()));
        }
        if (outcome instanceof Outcome.NotRun notRun) {
            return new OutcomeEntry("NOT_RUN", false, List.of(), redact(notRun.reason()));
        }
        if (outcome instanceof Outcome.Broken broken) {
            return new OutcomeEntry("NOT_RUN", false, List.of(), redact(broken.problem()));
        }
        return new OutcomeEntry("RETURNED", bodyRan, forgiven(outcome), null);
    }

    private List<FailureEntry> forgiven(Outcome outcome) {
        return outcome.parts().stream()
                .flatMap(part -> part.failures().stream())
                .map(this::failure)
                .toList();
    }

    EvidenceEntry evidence(EvidenceEntry raw) {
        return new EvidenceEntry(redact(raw.name()), raw.mediaType(), redact(raw.content()));
    }

    String redact(String text) {
        return redactor.text(text);
    }

    private FailureEntry failure(Failure failure) {
        var causes = failure.facts().chain().stream()
                .map(thrown -> new CauseEntry(
                        thrown.getClass().getName(),
                        message(Facts.message(thrown).orElse(null))))
                .toList();
        return new FailureEntry(failure.origin().name(), causes, trace(failure));
    }

    private @Nullable String message(@Nullable String message) {
        if (message == null) {
            return null;
        }
        var clean = redact(message);
        return clean.length() <= MESSAGE_LENGTH ? clean : clean.substring(0, MESSAGE_LENGTH) + " ...";
    }

    private String trace(Failure failure) {
        return redact(failure.facts().chain().stream()
                .flatMap(Traces::lines)
                .limit(TRACE_LINES)
                .collect(Collectors.joining("\n")));
    }
}
