/** Ports and plain vocabulary of ITSM Kit: what a host implements and what every module speaks. */
module org.itsmkit.spi {
    requires static transitive org.jspecify;

    exports org.itsmkit.spi;
    exports org.itsmkit.spi.notice;
    exports org.itsmkit.spi.people;
    exports org.itsmkit.spi.query;
    exports org.itsmkit.spi.record;
    exports org.itsmkit.spi.store;
    exports org.itsmkit.spi.task;
    exports org.itsmkit.spi.time;
}
