package org.itsmkit.examples.story;

import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.valuestream.flow.Step;
import org.itsmkit.valuestream.flow.ValueStream;

/** How changes to the app go: the kit's lifecycle of changes, with design, build and test between the draft and the yes; and that as a value stream. */
final class FeatureWay {

    /** The name of the lifecycle. */
    static final String NAME = "feature";

    static final Status DESIGNING = Status.of("designing", Phase.ACTIVE);
    static final Status BUILDING = Status.of("building", Phase.ACTIVE);
    static final Status AWAITING_TEST = Status.of("awaiting-test", Phase.WAITING);
    static final Status TESTING = Status.of("testing", Phase.ACTIVE);
    static final Status RELEASABLE = Status.of("releasable", Phase.WAITING);

    static final Action DESIGN = Action.of("begin-design");
    static final Action BUILD = Action.of("begin-build");
    static final Action HAND_OVER = Action.of("hand-over");
    static final Action TEST = Action.of("begin-test");
    static final Action SEND_BACK = Action.of("send-back");
    static final Action PASS = Action.of("pass");

    // spotless:off
    static final Lifecycle LIFECYCLE = ChangeLifecycle.standard().edit()
            .status(DESIGNING,     ValueChainActivity.DESIGN_AND_TRANSITION)
            .status(BUILDING,      ValueChainActivity.OBTAIN_BUILD)
            .status(AWAITING_TEST, ValueChainActivity.DESIGN_AND_TRANSITION)
            .status(TESTING,       ValueChainActivity.DESIGN_AND_TRANSITION)
            .status(RELEASABLE,    ValueChainActivity.DESIGN_AND_TRANSITION)

            .remove(ChangeLifecycle.DRAFT, ChangeLifecycle.AUTHORISE)
            .move(ChangeLifecycle.DRAFT, DESIGN, DESIGNING)
            .move(DESIGNING,     BUILD,     BUILDING)
            .move(BUILDING,      HAND_OVER, AWAITING_TEST)
            .move(AWAITING_TEST, TEST,      TESTING)
            .move(TESTING,       SEND_BACK, BUILDING)
            .move(TESTING,       PASS,      RELEASABLE)
            .move(RELEASABLE,    ChangeLifecycle.AUTHORISE, ChangeLifecycle.AUTHORISED)
            .build();

    static final ValueStream STREAM = ValueStream.named("Something new in the app")
            .begin(Step.of("idea", ValueChainActivity.ENGAGE)
                    .practices("relationship management").roles("product owner")
                    .work("change", "draft"))
            .step(Step.of("design", ValueChainActivity.DESIGN_AND_TRANSITION)
                    .practices("service design").roles("developer")
                    .work("change", "designing"))
            .step(Step.of("build", ValueChainActivity.OBTAIN_BUILD)
                    .practices("software development and management").roles("developer")
                    .work("change", "building"))
            .step(Step.of("test", ValueChainActivity.DESIGN_AND_TRANSITION)
                    .practices("service validation and testing").roles("tester")
                    .work("change", "awaiting-test", "testing"))
            .step(Step.of("release", ValueChainActivity.DESIGN_AND_TRANSITION)
                    .practices("release management", "change enablement").roles("operations")
                    .work("change", "releasable", "authorised", "implementing"))
            .step(Step.of("live", ValueChainActivity.DELIVER_AND_SUPPORT)
                    .practices("monitoring and event management").roles("operations")
                    .work("change", "implemented"))
            .along("idea", "design", "build", "test", "release", "live")
            .build();
    // spotless:on

    private FeatureWay() {}
}
