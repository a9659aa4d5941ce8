package org.itsmkit.improvement.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A tree as Mermaid: factors as rounded boxes, indicators as boxes, metrics as stadiums. Of what people wrote, letters,
 * digits and a few harmless signs stay, every other character is written as its number, so that nothing of it is taken
 * for Mermaid.
 */
final class TreeDrawing {

    private static final String HARMLESS = ".,/=?-";

    private TreeDrawing() {}

    static String of(MetricTree tree, List<Standing> standings) {
        Map<String, Health> healths = new HashMap<>();
        standings.stream().flatMap(Standing::all).forEach(one -> healths.put(one.code(), one.health()));
        Map<String, String> names = new HashMap<>();
        StringBuilder text = new StringBuilder("flowchart TD\n");
        int next = 0;
        for (SuccessFactor factor : tree.factors()) {
            String name = "n" + next++;
            names.put("n:" + factor.code(), name);
            line(text, name, "(\"" + written(factor.title()) + "\")", health(healths, factor.code()));
        }
        for (Indicator indicator : tree.indicators()) {
            String name = "n" + next++;
            names.put("n:" + indicator.code(), name);
            String label = written(indicator.title() + ": ")
                    + written(indicator.thresholds().target());
            line(text, name, "[\"" + label + "\"]", health(healths, indicator.code()));
        }
        for (int i = 0; i < tree.metrics().size(); i++) {
            names.put("m:" + tree.metrics().get(i).code(), "m" + i);
            String label =
                    tree.metrics().get(i).code() + ", " + tree.metrics().get(i).unit();
            line(text, "m" + i, "([\"" + written(label) + "\"])", "");
        }
        for (SuccessFactor factor : tree.factors()) {
            factor.above().ifPresent(above -> edge(text, names, "n:" + above, "n:" + factor.code()));
        }
        for (Indicator indicator : tree.indicators()) {
            edge(text, names, "n:" + indicator.factor(), "n:" + indicator.code());
            edge(text, names, "n:" + indicator.code(), "m:" + indicator.metric());
        }
        if (!healths.isEmpty()) {
            text.append("    classDef green fill:#c8e6c9\n")
                    .append("    classDef amber fill:#ffe0b2\n")
                    .append("    classDef red fill:#ffcdd2\n")
                    .append("    classDef unknown fill:#eeeeee\n");
        }
        return text.toString();
    }

    private static String health(Map<String, Health> healths, String code) {
        return Optional.ofNullable(healths.get(code))
                .map(health -> ":::" + health.name().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static void line(StringBuilder text, String name, String shape, String ending) {
        text.append("    ").append(name).append(shape).append(ending).append('\n');
    }

    private static void edge(StringBuilder text, Map<String, String> names, String from, String to) {
        text.append("    ")
                .append(names.getOrDefault(from, ""))
                .append(" --> ")
                .append(names.getOrDefault(to, ""))
                .append('\n');
    }

    private static String written(String label) {
        StringBuilder out = new StringBuilder();
        label.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0) {
                out.appendCodePoint(c);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                out.append(' ');
            } else if (Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.CONTROL) {
                out.append('#').append(c).append(';');
            }
        });
        return out.toString();
    }
}
