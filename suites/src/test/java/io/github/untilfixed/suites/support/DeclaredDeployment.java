package io.github.untilfixed.suites.support;

import io.github.untilfixed.config.HarnessConfig;
import io.github.untilfixed.network.PathSettings;
import io.github.untilfixed.staging.settings.Deployment;
import io.github.untilfixed.staging.settings.Deployments;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Deployment} whose settings they are about. Nobody reads those of a real staging: with {@code
 * remote} they are what the incident described until somebody declares another deployment by {@value #DEPLOYMENT}.
 */
public final class DeclaredDeployment implements ParameterResolver {

    /** The configuration parameter that names a deployment. */
    static final String DEPLOYMENT = "staging.deployment";

    /** Created by Jupiter. */
    public DeclaredDeployment() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Deployment.class;
    }

    @Override
    public Deployment resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var declared = context.getConfigurationParameter(DEPLOYMENT);
        if (declared.isPresent()) {
            return Deployments.load().deployment(declared.get());
        }
        return HarnessConfig.load(context::getConfigurationParameter)
                        .environment()
                        .equals("remote")
                ? Deployments.load().deployment(Deployments.SEED_TIME)
                : Setup.deployment(PathSettings.ofRun(context).faults());
    }
}
