/** Ports and plain vocabulary; JDK types only. */
module org.itsmkit.spi {
    requires static transitive org.jspecify;

    exports org.itsmkit.spi;
}
