package org.itsmkit.valuestream.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a value stream as an image: a step right of all that comes before it, those side by side below each other. What is too long for its
 * box is cut off, and whole in the title that is shown to who points at it.
 */
final class SvgDrawing {

    private static final int WIDTH = 230;
    private static final int GAP = 60;
    private static final int MARGIN = 20;
    private static final int LINE = 16;
    private static final int LETTERS = 34;

    private final ValueStream stream;
    private final Map<String, List<String>> notes;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, int[]> corners = new HashMap<>();
    private int width;
    private int height;

    private SvgDrawing(ValueStream stream, Map<String, List<String>> notes) {
        this.stream = stream;
        this.notes = notes;
    }

    static String of(ValueStream stream, Map<String, List<String>> notes) {
        SvgDrawing drawing = new SvgDrawing(stream, notes);
        drawing.columns();
        drawing.place();
        return drawing.draw();
    }

    /** A step stands right of those that it is further on than; what goes round stands in one column. */
    private void columns() {
        stream.steps().forEach(step -> columns.put(step.name(), 0));
        for (int round = 0; round < stream.steps().size(); round++) {
            for (ValueStreamData.Edge edge : stream.toData().edges()) {
                if (stream.isFurther(edge.to(), edge.from())) {
                    columns.merge(edge.to(), column(edge.from()) + 1, Math::max);
                }
            }
        }
    }

    private int column(String step) {
        return columns.getOrDefault(step, 0);
    }

    private void place() {
        Map<Integer, Integer> bottoms = new HashMap<>();
        for (Step step : stream.steps()) {
            int column = column(step.name());
            int top = bottoms.getOrDefault(column, MARGIN);
            int tall = LINE * (Lines.of(step, notes).size() + 2);
            corners.put(step.name(), new int[] {MARGIN + column * (WIDTH + GAP), top, tall});
            bottoms.put(column, top + tall + GAP / 2);
            width = Math.max(width, MARGIN * 2 + column * (WIDTH + GAP) + WIDTH);
            height = Math.max(height, top + tall + MARGIN);
        }
    }

    private int[] corner(String step) {
        return corners.getOrDefault(step, new int[3]);
    }

    private String draw() {
        StringBuilder text = new StringBuilder();
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" font-family=\"sans-serif\" font-size=\"12\">\n");
        text.append("<title>").append(PlainText.xml(stream.name())).append("</title>\n");
        text.append("<defs><marker id=\"to\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\"")
                .append(" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n");
        for (ValueStreamData.Edge edge : stream.toData().edges()) {
            arrow(text, corner(edge.from()), corner(edge.to()));
        }
        for (Step step : stream.steps()) {
            box(text, step, corner(step.name()));
        }
        return text.append("</svg>\n").toString();
    }

    private static void arrow(StringBuilder text, int[] from, int[] to) {
        boolean onwards = to[0] > from[0];
        int x1 = onwards ? from[0] + WIDTH : from[0] + WIDTH / 2;
        int x2 = onwards ? to[0] : to[0] + WIDTH / 2;
        int y1 = onwards ? from[1] + from[2] / 2 : to[1] > from[1] ? from[1] + from[2] : from[1];
        int y2 = onwards ? to[1] + to[2] / 2 : to[1] > from[1] ? to[1] : to[1] + to[2];
        text.append("<line x1=\"").append(x1).append("\" y1=\"").append(y1);
        text.append("\" x2=\"").append(x2).append("\" y2=\"").append(y2);
        text.append("\" stroke=\"black\" marker-end=\"url(#to)\"/>\n");
    }

    private void box(StringBuilder text, Step step, int[] corner) {
        List<String> lines = Lines.of(step, notes);
        text.append("<g><title>")
                .append(PlainText.xml(step.name() + ": " + String.join("; ", lines)))
                .append("</title>\n");
        text.append("<rect x=\"").append(corner[0]).append("\" y=\"").append(corner[1]);
        text.append("\" width=\"").append(WIDTH).append("\" height=\"").append(corner[2]);
        text.append("\" rx=\"4\" fill=\"white\" stroke=\"black\"/>\n");
        line(text, corner, 1, " font-weight=\"bold\"", step.name());
        for (int i = 0; i < lines.size(); i++) {
            line(text, corner, i + 2, "", lines.get(i));
        }
        text.append("</g>\n");
    }

    private static void line(StringBuilder text, int[] corner, int number, String style, String words) {
        text.append("<text x=\"").append(corner[0] + 8).append("\" y=\"").append(corner[1] + LINE * number + 4);
        text.append('"').append(style).append('>');
        text.append(PlainText.xml(PlainText.cut(words, LETTERS))).append("</text>\n");
    }
}
