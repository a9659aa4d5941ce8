/** Contract tests for every port, arbitraries, fixtures and the simulator. */
module org.itsmkit.testkit {
    requires transitive org.itsmkit.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.assertj.core;
    requires transitive net.jqwik.api;
    requires static transitive org.jspecify;

    exports org.itsmkit.testkit;
    exports org.itsmkit.testkit.conformance;
    exports org.itsmkit.testkit.engine;
    exports org.itsmkit.testkit.fixture;
    exports org.itsmkit.testkit.store;
}
