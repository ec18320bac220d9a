package io.github.untilfixed.reports.intake;

import io.github.untilfixed.journal.EndRecord;
import io.github.untilfixed.journal.IncidentSnapshot;
import io.github.untilfixed.journal.Journal;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.RunRecord;
import io.github.untilfixed.journal.TestRecord;
import io.github.untilfixed.journal.TestRecord.CauseEntry;
import io.github.untilfixed.journal.TestRecord.EvidenceEntry;
import io.github.untilfixed.journal.TestRecord.FailureEntry;
import io.github.untilfixed.journal.TestRecord.OutcomeEntry;
import io.github.untilfixed.redaction.Redactor;
import io.github.untilfixed.reports.text.CleanText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes invisible characters and then secrets out of every text of a journal; in this order, for a secret may be split by
 * something invisible. Counts what was taken out, here or by the engine before; for one thread.
 */
final class Cleaner {

    /** What stands in place of a secret; most were taken out before the journal was written. */
    private static final Pattern MASK = Pattern.compile("\\*\\*\\*\\([^(),\\s]+,[0-9]+\\)");

    private final Redactor redactor;
    private int redactions;

    Cleaner(Redactor redactor) {
        this.redactor = redactor;
    }

    int redactions() {
        return redactions;
    }

    Journal clean(Journal journal) {
        return new Journal(
                run(journal.run()),
                journal.tests().stream().map(this::test).toList(),
                journal.observations().stream().map(this::observation).toList(),
                journal.end().map(this::end));
    }

    private RunRecord run(RunRecord run) {
        return new RunRecord(
                run.schema(),
                text(run.runId()),
                run.startedAt(),
                run.mode(),
                texts(run.postFix()),
                run.unexpectedPass(),
                texts(run.faults()),
                text(run.environment()),
                text(run.toxiproxy()),
                run.timeScale(),
                run.seed(),
                text(run.tier()),
                run.planned(),
                optional(run.commit()),
                run.dirty(),
                run.incidents().stream().map(this::incident).toList(),
                texts(run.platform()));
    }

    private IncidentSnapshot incident(IncidentSnapshot incident) {
        return new IncidentSnapshot(
                incident.id(),
                text(incident.title()),
                optional(incident.url()),
                text(incident.kind()),
                text(incident.owner()),
                incident.opened(),
                incident.reviewBy(),
                incident.state(),
                incident.flipped(),
                incident.fault(),
                texts(incident.symptoms()),
                narrative(incident.narrative()));
    }

    private TestRecord test(TestRecord test) {
        return new TestRecord(
                text(test.id()),
                text(test.className()),
                optional(test.methodName()),
                text(test.displayName()),
                test.tier(),
                test.expectation(),
                outcome(test.outcome()),
                test.verdict(),
                test.incident(),
                test.symptom(),
                text(test.explanation()),
                test.startedAt(),
                test.durationMillis(),
                test.flags(),
                test.evidence().stream().map(this::evidence).toList());
    }

    private OutcomeEntry outcome(OutcomeEntry outcome) {
        return new OutcomeEntry(
                outcome.kind(),
                outcome.bodyRan(),
                outcome.failures().stream().map(this::failure).toList(),
                optional(outcome.reason()));
    }

    private FailureEntry failure(FailureEntry failure) {
        var causes = failure.causes().stream()
                .map(cause -> new CauseEntry(text(cause.type()), optional(cause.message())))
                .toList();
        return new FailureEntry(failure.origin(), causes, text(failure.trace()));
    }

    private EvidenceEntry evidence(EvidenceEntry evidence) {
        return new EvidenceEntry(text(evidence.name()), text(evidence.mediaType()), text(evidence.content()));
    }

    private ObservationRecord observation(ObservationRecord observation) {
        return new ObservationRecord(
                observation.at(),
                optional(observation.test()),
                text(observation.name()),
                observation.provenance(),
                observation.value(),
                optional(observation.unit()),
                texts(observation.attributes()));
    }

    private EndRecord end(EndRecord end) {
        return new EndRecord(
                end.finishedAt(),
                end.tests(),
                texts(end.problems()),
                end.fixed(),
                end.unverified(),
                texts(end.deletions()));
    }

    private Map<String, Object> narrative(Map<String, Object> sections) {
        var clean = new LinkedHashMap<String, Object>();
        sections.forEach((name, value) -> clean.put(text(name), narrated(value)));
        return clean;
    }

    private Object narrated(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var clean = new LinkedHashMap<String, Object>();
            map.forEach((name, inner) -> clean.put(text(String.valueOf(name)), narrated(inner)));
            return clean;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::narrated).toList();
        }
        return value instanceof Number || value instanceof Boolean ? value : text(String.valueOf(value));
    }

    private Map<String, String> texts(Map<String, String> values) {
        var clean = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> clean.put(text(name), named(name, value)));
        return clean;
    }

    /** An attribute's name may be what gives its value away. */
    private String named(String name, String value) {
        var joined = redactor.redact(name + "=" + CleanText.of(value));
        return text(joined.count() == 0 ? value : afterName(joined.text()));
    }

    private static String afterName(String joined) {
        return joined.substring(joined.indexOf('=') + 1);
    }

    private List<String> texts(List<String> values) {
        return values.stream().map(this::text).toList();
    }

    private @Nullable String optional(@Nullable String text) {
        return text == null ? null : text(text);
    }

    private String text(String text) {
        var clean = redactor.text(CleanText.of(text));
        redactions += (int) MASK.matcher(clean).results().count();
        return clean;
    }
}
