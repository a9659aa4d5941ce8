/** Store and task queue on H2, PostgreSQL, MariaDB and MySQL. */
module org.itsmkit.jdbc {
    requires transitive org.itsmkit.spi;
    requires transitive java.sql;
    requires com.fasterxml.jackson.core;
    requires com.github.kagkarlsson.scheduler;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports org.itsmkit.jdbc;
}
