/** The practices, the engine that carries them, the calculators and the in-memory store. */
module org.itsmkit.core {
    requires transitive org.itsmkit.spi;
    requires transitive io.vavr;
    requires org.slf4j;
    requires static transitive org.jspecify;
    // read by the compiler only: Immutables and the annotation that its output carries
    requires static org.immutables.value;
    requires static java.compiler;

    exports org.itsmkit;
    exports org.itsmkit.memory;
}
