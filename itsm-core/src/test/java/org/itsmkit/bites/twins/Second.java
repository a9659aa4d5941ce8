package org.itsmkit.bites.twins;

public class Second {
    public record Twin(String name) {
        public static final class Builder extends TwinBuilder {}
    }
}
