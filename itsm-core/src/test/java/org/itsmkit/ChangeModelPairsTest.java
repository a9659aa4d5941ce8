package org.itsmkit;

import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;

import java.util.stream.Stream;
import org.itsmkit.EveryPairTest.Pair;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeModels;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.Modelling;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** As {@link EveryPairTest}, of change models. */
class ChangeModelPairsTest {

    private static final String CHANGE_MODELS = """
            from      | approve  reject    revise    describe  hand-over record-use suspend   reinstate retire
            proposed  | approved rejected  proposed  proposed  proposed  .          .         .         .
            approved  | approved approved  approved  approved  approved  approved   suspended .         retired
            suspended | approved suspended suspended suspended suspended suspended  .         approved  retired
            retired   | .        .         .         .         .         retired    .         .         .
            rejected  | .        .         proposed  .         .         .          .         .         .
            """;

    @Test
    void theDrawnTableIsWhole() {
        EveryPairTest.assertWhole(ChangeModels.DEFINITION, CHANGE_MODELS);
    }

    @TestFactory
    Stream<DynamicTest> ofChangeModels() {
        return EveryPairTest.pairs(CHANGE_MODELS).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
                    Company company = Company.open();
                    Modelling modelling = Modelling.in(company, pair.from());
                    if (pair.to().isPresent() && modelling.now().version() > 0) {
                        propose(modelling, pair);
                    }
                    Command<ChangeModel> command = command(modelling, pair);
                    EveryPairTest.check(company, company.itsm.changeModels(), modelling.id, pair, DORA, command);
                }));
    }

    private static void propose(Modelling modelling, Pair pair) {
        if (pair.action().equals("approve") || pair.action().equals("reject")) {
            modelling.does(caller(BEN), Modelling.revision(Modelling.NORMAL));
            modelling.company.aMinuteLater();
        }
    }

    private static Command<ChangeModel> command(Modelling modelling, Pair pair) {
        return switch (pair.action()) {
            case "approve" -> new ChangeModelCommand.Approve("go on");
            case "reject" -> new ChangeModelCommand.Reject("not so");
            case "revise" -> Modelling.revision(Modelling.NORMAL);
            case "describe" -> new ChangeModelCommand.Describe("Replace a fan", "Of any server");
            case "hand-over" -> new ChangeModelCommand.HandOver(CARLA);
            case "record-use" -> new ChangeModelCommand.RecordUse(modelling.aChange(), ChangeOutcome.SUCCESSFUL);
            case "suspend" -> new ChangeModelCommand.Suspend("the new disks are bad");
            case "reinstate" -> new ChangeModelCommand.Reinstate("others are there");
            case "retire" -> new ChangeModelCommand.Retire("all are in the cloud");
            default -> throw new IllegalArgumentException(pair.action());
        };
    }
}
