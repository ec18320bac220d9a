package io.github.untilfixed.network.connector;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The machine types a connector may have, with the throughput that Google publishes for one instance. */
public enum MachineType {
    /** Shared core, the smallest. */
    F1_MICRO(50),
    /** Shared core, the default. */
    E2_MICRO(100),
    /** Four virtual processors. */
    E2_STANDARD_4(1600);

    private final int megabitsPerSecond;

    MachineType(int megabitsPerSecond) {
        this.megabitsPerSecond = megabitsPerSecond;
    }

    /** Returns the throughput of one instance in Mbit/s. */
    public int megabitsPerSecond() {
        return megabitsPerSecond;
    }

    /** Returns the name that Google uses, for example {@code e2-micro}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<MachineType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(MachineType::id).toList();
    }
}
