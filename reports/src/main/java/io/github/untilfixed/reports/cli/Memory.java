package io.github.untilfixed.reports.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.untilfixed.reports.facts.IncidentFacts;
import io.github.untilfixed.reports.facts.RunFacts;
import io.github.untilfixed.reports.history.History;
import io.github.untilfixed.reports.history.UpdateFile;
import io.github.untilfixed.reports.history.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directory that survives from run to run: the history, and the last and the last but one update of each incident.
 * With two updates a report can be made again without being compared with itself.
 */
final class Memory {

    private static final String HISTORY = "history.jsonl";

    private final Path directory;
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, UpdateFile> previous = new LinkedHashMap<>();

    Memory(Path directory) {
        this.directory = directory;
    }

    /** Returns what is remembered of earlier runs; a file that is broken is set aside, and what can be read of it is used. */
    History history() throws IOException {
        var file = directory.resolve(HISTORY);
        var broken = new ArrayList<Integer>();
        var history = History.read(file, broken::add);
        if (!broken.isEmpty()) {
            warn(file, "line " + broken.get(0) + " of it is no line of history. Its other lines are used");
        }
        return history;
    }

    /** Returns what was broken and is set aside. */
    List<String> warnings() {
        return List.copyOf(warnings);
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
        history.write(directory.resolve(HISTORY));
        for (var incident : run.incidents()) {
            var before = previous.get(incident.incident().id());
            if (before != null) {
                WholeFile.write(file(incident, ".previous.json"), before.json());
            }
            WholeFile.write(file(incident, ".json"), UpdateFile.of(incident).json());
        }
    }

    private Optional<UpdateFile> previous(IncidentFacts incident) throws IOException {
        var last = read(file(incident, ".json"));
        return last.isPresent() && !last.get().run().equals(incident.run().run().runId())
                ? last
                : read(file(incident, ".previous.json"));
    }

    private Optional<UpdateFile> read(Path file) throws IOException {
        try {
            return UpdateFile.read(file);
        } catch (IOException e) {
            if (!(e.getCause() instanceof JsonProcessingException)) {
                throw e;
            }
            warn(file, "it is no issue update. This run is not compared with it");
            return Optional.empty();
        }
    }

    private void warn(Path file, String what) throws IOException {
        var aside = WholeFile.setAside(file);
        warnings.add("The memory's " + file.getFileName() + " is broken: " + what + ", and the file is kept as "
                + aside.getFileName() + ".");
    }

    private Path file(IncidentFacts incident, String ending) {
        return directory.resolve(ReportFiles.update(incident.incident().id()) + ending);
    }
}
