/** The practices, the engine that carries them, the calculators and the in-memory store. */
module org.itsmkit.core {
    requires transitive org.itsmkit.spi;
    requires transitive io.vavr;
    requires org.slf4j;
    requires static transitive org.jspecify;
    // read by the compiler only: Immutables and the annotation that its output carries
    requires static org.immutables.value;
    requires static java.compiler;

    exports org.itsmkit.approval;
    exports org.itsmkit.calendar;
    exports org.itsmkit.change.measure;
    exports org.itsmkit.change.cab;
    exports org.itsmkit.change.model;
    exports org.itsmkit.change.risk;
    exports org.itsmkit.change.schedule;
    exports org.itsmkit.change;
    exports org.itsmkit.engine;
    exports org.itsmkit.incident.measure;
    exports org.itsmkit.incident.similar;
    exports org.itsmkit.incident;
    exports org.itsmkit.kernel;
    exports org.itsmkit.knownerror.match;
    exports org.itsmkit.knownerror;
    exports org.itsmkit.lifecycle;
    exports org.itsmkit.majorincident;
    exports org.itsmkit.memory;
    exports org.itsmkit.people;
    exports org.itsmkit.problem.analysis;
    exports org.itsmkit.problem.trend;
    exports org.itsmkit.problem;
    exports org.itsmkit.servicelevel.availability;
    exports org.itsmkit.servicelevel.clock;
    exports org.itsmkit.servicelevel.credit;
    exports org.itsmkit.servicelevel.dependency;
    exports org.itsmkit.servicelevel.errorbudget;
    exports org.itsmkit.servicelevel.preset;
    exports org.itsmkit.servicelevel.report;
    exports org.itsmkit.servicelevel;
    exports org.itsmkit.settings;
    exports org.itsmkit.ticket.similar;
    exports org.itsmkit.ticket;
    exports org.itsmkit.valuestream;
    exports org.itsmkit;
}
