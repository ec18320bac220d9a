package io.github.untilfixed.reports.issue;

import static io.github.untilfixed.reports.document.Inline.code;
import static io.github.untilfixed.reports.document.Inline.text;

import io.github.untilfixed.reports.document.Block;
import io.github.untilfixed.reports.document.Inline;
import io.github.untilfixed.reports.document.Section;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.measured.ConnectorMoment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The states that the connector went through under load. */
final class ConnectorSection {

    private static final int MOST = 40;

    private ConnectorSection() {}

    static Optional<Section> of(RunFacts run) {
        var byPath = ConnectorMoment.of(run);
        if (byPath.isEmpty()) {
            return Optional.empty();
        }
        var rows = new ArrayList<List<Inline>>();
        byPath.forEach((path, moments) -> moments.stream()
                .limit(MOST)
                .forEach(moment -> rows.add(List.of(
                        code(path),
                        text(run.scale().seconds(moment.millis())),
                        code(moment.state()),
                        text(moment.instances()),
                        text(moment.boundBy()),
                        text(moment.source())))));
        int more = byPath.values().stream()
                .mapToInt(moments -> Math.max(0, moments.size() - MOST))
                .sum();
        return Optional.of(Section.of(
                "Connector states",
                4,
                new Block.Paragraph(text(
                        "What is modelled was computed from the load that a test put on its path, and no connector was asked. "
                                + run.scale().legend()
                                + (more == 0 ? "" : " " + more + " later states are in the journal."))),
                new Block.Table(
                        List.of("Path", ">After the load began", "State", ">Instances", "Bound by", "Source"), rows)));
    }
}
