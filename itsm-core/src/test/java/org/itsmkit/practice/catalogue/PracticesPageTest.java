package org.itsmkit.practice.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.itsmkit.practice.measure.KeyMeasure;
import org.itsmkit.practice.measure.Source;
import org.junit.jupiter.api.Test;

/** {@code docs/practices.md} has the 34 practices as they are. With {@code -Ditsm.docs.write=true} its table is printed anew. */
class PracticesPageTest {

    private static final boolean WRITE = Boolean.getBoolean("itsm.docs.write");
    private static final String BEGIN = "<!-- practices -->\n";
    private static final String END = "<!-- end of practices -->\n";

    @Test
    void theTableIsNotStale() throws IOException {
        Path page = root().resolve("docs/practices.md");
        String text = Files.readString(page);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String expected = before + table() + text.substring(text.indexOf(END));
        if (WRITE) {
            Files.writeString(page, expected);
        }

        assertThat(page)
                .as("stale; -Ditsm.docs.write=true prints it anew")
                .content()
                .isEqualTo(expected);
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("docs/practices.md"))) {
            here = here.getParent();
        }
        return here;
    }

    private static String table() {
        StringBuilder table = new StringBuilder();
        for (PracticeGroup group : PracticeGroup.values()) {
            table.append("\n### ").append(title(group)).append("\n\n");
            table.append("| Practice | What it is for | By what one sees how it does |\n|---|---|---|\n");
            for (Practice practice : Practices.of(group)) {
                table.append("| ")
                        .append(practice.name())
                        .append(" `")
                        .append(practice.code())
                        .append("` | ");
                table.append(practice.purpose()).append(" | ");
                table.append(practice.measures().stream()
                        .map(PracticesPageTest::line)
                        .collect(Collectors.joining("<br>")));
                table.append(" |\n");
            }
        }
        return table.append("\n").toString();
    }

    private static String title(PracticeGroup group) {
        return group.text().substring(0, 1).toUpperCase(Locale.ROOT)
                + group.text().substring(1);
    }

    private static String line(KeyMeasure measure) {
        String how = measure.source() instanceof Source.NotComputable not ? " *Not computed:* " + not.reason() : "";
        return "`" + measure.code() + "` (" + measure.unit().text() + ", better "
                + measure.better().text() + "): " + measure.sentence() + "." + how;
    }
}
