package io.github.untilfixed.reports.issue;

import io.github.untilfixed.config.Mode;
import io.github.untilfixed.journal.RunRecord;
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
        command.append(" ").append(settings(run));
        if (!run.tier().equals("all")) {
            command.append(" -Dtier=").append(run.tier());
        }
        commands.add(command.toString());
        return Section.of("How to reproduce", 0, new Block.Fence("bash", String.join("\n", commands)));
    }

    private static String settings(RunRecord run) {
        // The key takes one fault; several are those that the open incidents declare.
        var fault = run.faults().isEmpty()
                ? "none"
                : run.faults().size() > 1 ? "incident" : run.faults().get(0);
        return run.environment().equals("remote")
                ? RemoteSettings.ofPlaceholders(fault, run.toxiproxy())
                : "-Duntilfixed.fault=" + fault + " -Duntilfixed.environment=" + run.environment()
                        + " -Duntilfixed.time-scale=" + run.timeScale();
    }
}
