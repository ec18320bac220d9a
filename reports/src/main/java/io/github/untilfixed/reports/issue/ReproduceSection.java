package io.github.untilfixed.reports.issue;

import io.github.untilfixed.config.Mode;
import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.IncidentFacts;
import java.util.ArrayList;

/** The commands that repeat this run. */
final class ReproduceSection {

    private ReproduceSection() {}

    static Section of(IncidentFacts facts) {
        var run = facts.run().run();
        var commands = new ArrayList<String>();
        if (run.commit() != null) {
            commands.add("git checkout " + run.commit());
        }
        var command = new StringBuilder("./mvnw verify");
        if (run.mode() == Mode.POST_FIX) {
            command.append(" -Duntilfixed.mode=post-fix");
        }
        if (!run.postFix().isEmpty()) {
            command.append(" -Duntilfixed.post-fix=").append(String.join(",", run.postFix()));
        }
        command.append(" -Duntilfixed.fault=")
                .append(run.faults().isEmpty() ? "none" : String.join(",", run.faults()))
                .append(" -Duntilfixed.environment=")
                .append(run.environment())
                .append(" -Duntilfixed.time-scale=")
                .append(run.timeScale());
        if (!run.tier().equals("all")) {
            command.append(" -Dtier=").append(run.tier());
        }
        commands.add(command.toString());
        return Section.of("How to reproduce", 0, new Block.Fence("bash", String.join("\n", commands)));
    }
}
