package io.github.untilfixed.config;

import java.util.Optional;

/**
 * The value of {@code untilfixed.fault}.
 *
 * @param fault the one fault that was asked for, or empty for those of the open incidents
 */
record FaultChoice(Optional<Fault> fault) {

    static Optional<FaultChoice> of(String text) {
        return text.equals("incident")
                ? Optional.of(new FaultChoice(Optional.empty()))
                : Fault.of(text).map(fault -> new FaultChoice(Optional.of(fault)));
    }
}
