package org.itsmkit.testkit.store;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test of a {@link StoreContract} a {@link Trial} of its own, and closes it afterwards. */
public final class TrialExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(TrialExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Trial.class
                && context.getRequiredTestInstance() instanceof StoreContract;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Trial trial = Trial.of(((StoreContract) context.getRequiredTestInstance()).open());
        context.getStore(NAMESPACE).put(Trial.class, trial);
        return trial;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Trial trial = context.getStore(NAMESPACE).remove(Trial.class, Trial.class);
        if (trial != null) {
            trial.close();
        }
    }
}
