package org.itsmkit.problem.analysis;

import java.util.List;
import org.itsmkit.spi.Keys;

/**
 * Into which categories causes are sorted, so that none is forgotten.
 *
 * @param name by {@link Keys#requireName}
 * @param categories 1 to 20, each once, by {@link Keys#requireName}; in the order in which they are drawn
 */
public record CategoryScheme(String name, List<String> categories) {

    /** For services made of technology: people, process, technology, information, partners, environment. */
    public static final CategoryScheme IT_SERVICE =
            of("IT service", "people", "process", "technology", "information", "partners", "environment");

    /** The six M of manufacturing: manpower, machine, material, method, measurement, milieu. */
    public static final CategoryScheme SIX_M =
            of("6M", "manpower", "machine", "material", "method", "measurement", "milieu");

    /** The eight P of services and marketing. */
    public static final CategoryScheme EIGHT_P =
            of("8P", "product", "price", "place", "promotion", "people", "process", "physical evidence", "performance");

    /** The four S of services: surroundings, suppliers, systems, skills. */
    public static final CategoryScheme FOUR_S = of("4S", "surroundings", "suppliers", "systems", "skills");

    public CategoryScheme {
        Keys.requireName(name, "scheme");
        categories = List.copyOf(categories);
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("a scheme has categories");
        }
        Wording.requireAtMost(20, categories, "categories");
        categories.forEach(category -> Keys.requireName(category, "category"));
        Wording.requireDifferent(categories, "categories");
    }

    /** A scheme of one's own. */
    public static CategoryScheme of(String name, String... categories) {
        return new CategoryScheme(name, List.of(categories));
    }
}
