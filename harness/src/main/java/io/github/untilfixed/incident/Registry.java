package io.github.untilfixed.incident;

import io.github.untilfixed.config.Fault;
import io.github.untilfixed.config.HarnessConfig;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The incidents that tests may name.
 *
 * @param source the file or resource they were read from, as a message names it
 * @param text the text of that file, for printing what to delete
 * @param incidents by id, in the order of the file
 */
public record Registry(String source, String text, Map<String, Incident> incidents) {

    /** A registry without incidents, for projects that have no file. */
    public static final Registry EMPTY = new Registry("classpath:incidents.yaml (not found)", "", Map.of());

    /** Copies the map. */
    public Registry {
        incidents = Collections.unmodifiableMap(new LinkedHashMap<>(incidents));
    }

    /**
     * Reads the registry that the configuration names; empty when that is the default and there is no such file.
     *
     * @throws RegistryException with every problem at once
     */
    public static Registry load(HarnessConfig config) {
        var registry = RegistryFile.load(config.incidents());
        if (config.fault().isEmpty()) {
            registry.refuseTwoFaultsOnThePath();
        }
        return registry;
    }

    private void refuseTwoFaultsOnThePath() {
        var onPath = unclosed()
                .filter(incident -> incident.fault().filter(Fault::onPath).isPresent())
                .toList();
        if (onPath.stream().map(Incident::fault).distinct().count() > 1) {
            throw new RegistryException(List.of(source + ": "
                    + onPath.stream()
                            .map(incident -> "incident " + incident.id() + " (line "
                                    + incident.lines().first() + ") declares fault '"
                                    + incident.fault().orElseThrow().id() + "'")
                            .collect(Collectors.joining(", "))
                    + "; untilfixed.fault=incident injects them all, and a path to the database has one fault at a time;"
                    + " name one with untilfixed.fault"));
        }
    }

    private Stream<Incident> unclosed() {
        return incidents.values().stream().filter(incident -> incident.state() != IncidentState.CLOSED);
    }

    /** Returns the incident of that id. */
    public Optional<Incident> find(String id) {
        return Optional.ofNullable(incidents.get(id));
    }

    /** Returns all incidents in the order of the file. */
    public List<Incident> all() {
        return List.copyOf(incidents.values());
    }

    /**
     * Returns the faults to inject: the configured one, or with {@code untilfixed.fault=incident} those that stand in for
     * the incidents that are not closed; never {@link Fault#NONE}.
     */
    public Set<Fault> faults(HarnessConfig config) {
        var faults = config.fault().map(Set::of).orElseGet(this::declaredFaults);
        return faults.stream()
                .filter(fault -> fault != Fault.NONE)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.class)));
    }

    private Set<Fault> declaredFaults() {
        return unclosed().flatMap(incident -> incident.fault().stream()).collect(Collectors.toSet());
    }
}
