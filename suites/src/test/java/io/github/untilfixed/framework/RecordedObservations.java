package io.github.untilfixed.framework;

import io.github.untilfixed.Observations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What a test of the suites' own parts put on record; thread-safe. */
final class RecordedObservations implements Observations {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final String awaited;
    private final Runnable tell;
    private final AtomicBoolean told = new AtomicBoolean();

    RecordedObservations() {
        this(() -> {});
    }

    /** Creates one that tells of the first observation with an attribute as it is made. */
    RecordedObservations(Runnable tell) {
        this("", tell);
    }

    /** Creates one that tells of the first observation that has some words in an attribute, as it is made. */
    RecordedObservations(String awaited, Runnable tell) {
        this.awaited = awaited;
        this.tell = tell;
    }

    /** One observation, whatever its origin. */
    record Entry(String name, Map<String, String> attributes) {}

    /** Returns the attributes of the observations of a name, in order. */
    List<Map<String, String>> of(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .map(Entry::attributes)
                .toList();
    }

    private void add(Entry entry) {
        entries.add(entry);
        if (entry.attributes().values().stream().anyMatch(value -> value.contains(awaited))
                && told.compareAndSet(false, true)) {
            tell.run();
        }
    }

    @Override
    public void measured(String name, double value, @Nullable String unit, Map<String, String> attributes) {
        add(new Entry(name, attributes));
    }

    @Override
    public void observed(String name, Map<String, String> attributes) {
        add(new Entry(name, attributes));
    }

    @Override
    public void modelled(
            String name, String profile, double value, @Nullable String unit, Map<String, String> attributes) {
        add(new Entry(name, attributes));
    }

    @Override
    public void configured(String name, double value, @Nullable String unit, Map<String, String> attributes) {
        add(new Entry(name, attributes));
    }

    @Override
    public void declared(String name, double value, @Nullable String unit, Map<String, String> attributes) {
        add(new Entry(name, attributes));
    }

    @Override
    public void evidence(String name, String mediaType, String text) {
        add(new Entry(name, Map.of()));
    }
}
