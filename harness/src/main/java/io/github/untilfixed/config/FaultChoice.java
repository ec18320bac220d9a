package io.github.untilfixed.config;

import java.util.Optional;

/**
 * The value of {@code untilfixed.fault}.
 *
 * @param fault the one fault that was asked for, or empty for those of the open incidents
 */
record FaultChoice(Optional<Fault> fault) {

    static final FaultChoice OF_INCIDENTS = new FaultChoice(Optional.empty());

    static FaultChoice of(Fault fault) {
        return new FaultChoice(Optional.of(fault));
    }

    static Optional<FaultChoice> of(String text) {
        return text.equals("incident")
                ? Optional.of(OF_INCIDENTS)
                : Fault.of(text).map(FaultChoice::of);
    }
}
