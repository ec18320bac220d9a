package io.github.untilfixed.reports.cli;

import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.history.History;
import io.github.untilfixed.reports.history.UpdateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The directory that survives from run to run: the history, and the last and the last but one update of each incident.
 * With two updates a report can be made again without being compared with itself.
 */
final class Memory {

    private final Path directory;
    private final Map<String, UpdateFile> previous = new LinkedHashMap<>();

    Memory(Path directory) {
        this.directory = directory;
    }

    History history() throws IOException {
        return History.read(directory.resolve("history.jsonl"));
    }

    /** Returns the newest update of another run, by incident; to be asked before {@link #remember}. */
    Map<String, UpdateFile> previous(RunFacts run) throws IOException {
        for (var incident : run.incidents()) {
            previous(incident)
                    .ifPresent(update -> previous.put(incident.incident().id(), update));
        }
        return previous;
    }

    void remember(RunFacts run, History history) throws IOException {
        Files.createDirectories(directory);
        history.write(directory.resolve("history.jsonl"));
        for (var incident : run.incidents()) {
            var before = previous.get(incident.incident().id());
            if (before != null) {
                Files.writeString(file(incident, ".previous.json"), before.json());
            }
            Files.writeString(file(incident, ".json"), UpdateFile.of(incident).json());
        }
    }

    private Optional<UpdateFile> previous(IncidentFacts incident) throws IOException {
        var last = UpdateFile.read(file(incident, ".json"));
        return last.isPresent() && !last.get().run().equals(incident.run().run().runId())
                ? last
                : UpdateFile.read(file(incident, ".previous.json"));
    }

    private Path file(IncidentFacts incident, String ending) {
        return directory.resolve(ReportFiles.update(incident.incident().id()) + ending);
    }
}
