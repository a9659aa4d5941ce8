package org.itsmkit.bites.twins;

public class First {
    public record Twin(String name) {
        public static final class Builder extends TwinBuilder {}
    }
}
