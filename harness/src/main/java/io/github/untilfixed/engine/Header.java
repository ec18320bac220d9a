package io.github.untilfixed.engine;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.Tier;
import io.github.untilfixed.expectation.Expectations;
import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.Symptom;
import io.github.untilfixed.journal.IncidentSnapshot;
import io.github.untilfixed.journal.RunRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestEngine;

/** Makes the first line of the journal. */
final class Header {

    private Header() {}

    static RunRecord of(Plan plan, int planned, Instant now) {
        var config = plan.config();
        var git = Git.read();
        return new RunRecord(
                RunRecord.SCHEMA,
                UUID.randomUUID().toString(),
                now,
                config.mode(),
                config.postFix(),
                config.unexpectedPass(),
                plan.registry().faults(config).stream().map(Fault::id).toList(),
                config.environment(),
                config.toxiproxy().name().toLowerCase(Locale.ROOT),
                config.timeScale(),
                config.seed(),
                tiers(config.tiers()),
                planned,
                git.commit().orElse(null),
                git.dirty(),
                plan.registry().all().stream()
                        .map(incident -> snapshot(incident, plan.expectations()))
                        .toList(),
                platform());
    }

    private static String tiers(java.util.Set<Tier> tiers) {
        return tiers.size() == Tier.values().length
                ? "all"
                : tiers.stream().sorted().map(Tier::tag).collect(Collectors.joining(","));
    }

    private static IncidentSnapshot snapshot(Incident incident, Expectations expectations) {
        var symptoms = new LinkedHashMap<String, String>();
        for (Symptom symptom : incident.symptoms()) {
            symptoms.put(symptom.name(), symptom.describe());
        }
        return new IncidentSnapshot(
                incident.id(),
                incident.title(),
                incident.url().orElse(null),
                incident.kind().name(),
                incident.owner(),
                incident.opened(),
                incident.reviewBy(),
                incident.state().name(),
                expectations.flipped(incident),
                incident.fault().map(Fault::id).orElse(null),
                symptoms,
                incident.narrative());
    }

    private static Map<String, String> platform() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("java", Runtime.version().toString());
        facts.put("junit", version(TestEngine.class));
        facts.put("harness", version(Header.class));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("cpus", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("pid", Long.toString(ProcessHandle.current().pid()));
        return facts;
    }

    private static String version(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("development");
    }
}
