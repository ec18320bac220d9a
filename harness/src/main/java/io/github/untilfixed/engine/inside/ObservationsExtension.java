package io.github.untilfixed.engine.inside;

import io.github.untilfixed.Observations;
import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.journal.ObservationRecord;
import io.github.untilfixed.journal.Provenance;
import io.github.untilfixed.journal.Published;
import io.github.untilfixed.journal.TestRecord;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Resolves parameters of type {@link Observations}; the harness's engine registers it by itself, plain Jupiter needs
 * {@code @ExtendWith}.
 */
public final class ObservationsExtension implements ParameterResolver {

    /** Created by Jupiter. */
    public ObservationsExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Observations.class;
    }

    @Override
    public Observations resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    /** Returns those of the test or container of a context, for other extensions. */
    public static Observations of(ExtensionContext context) {
        return new Publisher(
                context, HarnessConfig.load(context::getConfigurationParameter).clock());
    }

    private record Publisher(ExtensionContext context, Clock clock) implements Observations {

        @Override
        public void measured(String name, double value, @Nullable String unit, Map<String, String> attributes) {
            publish(name, Provenance.MEASURED, value, unit, attributes);
        }

        @Override
        public void observed(String name, Map<String, String> attributes) {
            publish(name, Provenance.MEASURED, null, null, attributes);
        }

        @Override
        public void modelled(
                String name, String profile, double value, @Nullable String unit, Map<String, String> attributes) {
            var all = new LinkedHashMap<>(attributes);
            all.put("profile", profile);
            publish(name, Provenance.MODELLED, value, unit, all);
        }

        @Override
        public void configured(String name, double value, @Nullable String unit, Map<String, String> attributes) {
            publish(name, Provenance.CONFIGURED, value, unit, attributes);
        }

        @Override
        public void declared(String name, double value, @Nullable String unit, Map<String, String> attributes) {
            publish(name, Provenance.DECLARED, value, unit, attributes);
        }

        @Override
        public void evidence(String name, String mediaType, String text) {
            context.publishReportEntry(Published.entry(new TestRecord.EvidenceEntry(name, mediaType, text)));
        }

        private void publish(
                String name,
                Provenance provenance,
                @Nullable Double value,
                @Nullable String unit,
                Map<String, String> attributes) {
            context.publishReportEntry(Published.entry(
                    new ObservationRecord(clock.instant(), null, name, provenance, value, unit, attributes)));
        }
    }
}
