package org.itsmkit.examples.story;

import java.util.ArrayList;
import java.util.List;

/** All that the app is to do, when each of it was at which step, and who asked for it. */
final class Features {

    static final String DINERS = "diners";
    static final String RESTAURANTS = "restaurants";

    private final Stage stage;
    private final Agenda agenda;
    private final List<Feature> all = new ArrayList<>();
    private final Feature fix;
    private String testPlan = "";

    Features(Stage stage, Agenda agenda) {
        this.stage = stage;
        this.agenda = agenda;
        this.fix = new Feature(stage, "An order is charged once", DINERS, true, "");
        theApp();
        byHand();
        inSmallBatches();
    }

    /** What it takes to go live. */
    private void theApp() {
        has("Menus and orders", RESTAURANTS, """
            idea 01-21T10; design 01-22T09; build 01-23T09; hand 01-27T15; test 02-03T09; back 02-03T15; hand 02-04T12; test 02-05T09; \
            pass 02-05T15; release 02-06T09; live 02-06T11; done 02-06T15\
            """);
        has("Pay by card", DINERS, """
            idea 01-21T11; design 01-22T13; build 01-26T09; hand 01-29T12; test 02-04T09; \
            pass 02-04T16; release 02-05T09; live 02-05T11; done 02-05T15\
            """);
        has("Where is my food?", DINERS, """
            idea 01-21T12; design 01-26T09; build 01-27T09; hand 01-30T12; test 02-06T09; back 02-06T14; hand 02-09T12; test 02-10T09; \
            pass 02-10T15; release 02-11T09; live 02-11T11; done 02-11T16\
            """);
    }

    /** One person tests all of it by hand, and most of it waits for her. */
    private void byHand() {
        has("Tip the rider", DINERS, """
            idea 02-16T10; design 02-17T09; build 02-18T09; hand 02-20T15; test 02-26T09; \
            pass 02-26T16; release 02-27T09; live 02-27T11; done 02-27T16\
            """);
        has("Menus in two languages", RESTAURANTS, """
            idea 02-16T11; design 02-18T09; build 02-19T09; hand 02-23T15; test 02-27T09; back 02-27T15; hand 03-02T15; test 03-05T09; \
            pass 03-05T15; release 03-06T09; live 03-06T11; done 03-06T16\
            """);
        has("Friends order together", DINERS, """
            idea 02-17T10; design 02-19T09; build 02-20T09; hand 02-25T15; test 03-03T09; \
            pass 03-03T16; release 03-04T09; live 03-04T11; done 03-04T16\
            """);
        has("Food by drone", DINERS, "idea 02-18T10; drop 02-25T10");
        has("A kitchen that is full takes no orders", RESTAURANTS, """
            idea 03-02T10; design 03-04T09; build 03-05T09; hand 03-09T15; test 03-16T09; \
            pass 03-16T16; release 03-18T09; live 03-18T11; done 03-18T16\
            """);
        all.add(fix.on(agenda, """
            idea 03-03T11; design 03-03T13; build 03-04T09; hand 03-05T12; test 03-12T09; back 03-12T14; hand 03-13T12; test 03-17T09; \
            pass 03-17T13; release 03-17T14; live 03-17T15; done 03-17T16\
            """));
        has("What is in the food", DINERS, """
            idea 03-03T14; design 03-05T13; build 03-06T09; hand 03-10T15; test 03-18T09; back 03-18T14; hand 03-19T12; test 03-20T09; \
            pass 03-20T14; release 03-20T15; live 03-20T16; done 03-20T17\
            """);
    }

    /** Machines test what they can, and each thing is smaller. */
    private void inSmallBatches() {
        testPlan = "At each hand-over machines run all tests; Tinna tries what is new.";
        has("The same again", DINERS, """
            idea 04-08T09; design 04-08T11; build 04-08T14; hand 04-09T15; test 04-09T16; \
            pass 04-10T10; release 04-10T11; live 04-10T12; done 04-10T16\
            """);
        has("No more than two meals burn", RESTAURANTS, """
            idea 04-09T09; design 04-09T13; build 04-10T09; hand 04-13T12; test 04-13T13; \
            pass 04-13T16; release 04-14T09; live 04-14T10; done 04-14T14\
            """);
        has("Pay by phone", DINERS, """
            idea 04-14T09; design 04-14T13; build 04-15T09; hand 04-16T15; test 04-17T09; back 04-17T11; hand 04-17T15; test 04-17T16; \
            pass 04-20T10; release 04-20T11; live 04-20T12; done 04-20T16\
            """);
        has("Opening hours of kitchens", RESTAURANTS, """
            idea 04-16T10; design 04-16T13; build 04-17T09; hand 04-20T12; test 04-20T14; \
            pass 04-20T16; release 04-21T09; live 04-21T10; done 04-21T13\
            """);
        has("A note for the kitchen", DINERS, """
            idea 04-21T09; design 04-21T11; build 04-21T14; hand 04-22T15; test 04-22T16; \
            pass 04-23T10; release 04-23T11; live 04-23T12; done 04-23T16\
            """);
        has("Paid out each week", RESTAURANTS, """
            idea 04-24T09; design 04-24T13; build 04-27T09; hand 04-28T15; test 04-29T09; \
            pass 04-29T12; release 04-29T14; live 04-29T15; done 04-29T17\
            """);
        has("Vegan at a glance", DINERS, """
            idea 04-30T09; design 04-30T11; build 04-30T14; hand 05-04T12; test 05-04T13; \
            pass 05-04T15; release 05-04T16; live 05-05T09; done 05-05T12\
            """);
        has("Eat at seven", DINERS, """
            idea 05-06T09; design 05-06T13; build 05-07T09; hand 05-08T12; test 05-08T13; \
            pass 05-08T15; release 05-11T09; live 05-11T10; done 05-11T13\
            """);
    }

    private void has(String title, String asker, String way) {
        all.add(new Feature(stage, title, asker, false, testPlan).on(agenda, way));
    }

    /** Those that somebody has thought of by now. */
    List<Feature> soFar() {
        return all.stream().filter(Feature::isThere).toList();
    }

    /** The one for which diners wait. */
    Feature fix() {
        return fix;
    }
}
