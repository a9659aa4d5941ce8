package org.itsmkit.examples.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The stories that there are, by the names by which they are asked for. */
public final class Stories {

    private static final Map<String, Story> ALL = new TreeMap<>(Map.of(
            "cloud-policy", new CloudPolicy(),
            "food-delivery", new FoodDelivery(),
            "server-outage", new ServerOutage(),
            "laptop-display", new LaptopDisplay(),
            "maturity", new TwoAssessments(),
            "software-conflict", new SoftwareConflict()));

    private Stories() {}

    /** The story of that name, if there is one. */
    public static Optional<Story> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** Their names, in order. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }
}
