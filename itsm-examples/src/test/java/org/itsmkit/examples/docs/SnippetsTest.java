package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the documents show is what tests compile and run: every Java block of theirs is named after a snippet of a test in this package,
 * and equal to it. With {@code -Ditsm.docs.write=true} the documents are brought up to date.
 */
class SnippetsTest {

    private static final Path ROOT = root();
    private static final Path TESTS = ROOT.resolve("itsm-examples/src/test/java/org/itsmkit/examples/docs");
    private static final Pattern SNIPPET = Pattern.compile("(?s) *// snippet: ([a-z-]+)\\n(.*?) *// end\\n");
    private static final Pattern BLOCK = Pattern.compile("(?s)<!-- snippet: ([a-z-]+) -->\\n```java\\n(.*?)```\\n");

    @Test
    void documentsShowWhatTestsRun() throws IOException {
        Map<String, String> snippets = snippets();
        for (Path document : documents()) {
            String text = Files.readString(document);
            String mended = BLOCK.matcher(text).replaceAll(block -> {
                String code = snippets.get(block.group(1));
                assertThat(code)
                        .as("snippet %s of %s", block.group(1), document.getFileName())
                        .isNotNull();
                return Matcher.quoteReplacement("<!-- snippet: " + block.group(1) + " -->\n```java\n" + code + "```\n");
            });
            if (Boolean.getBoolean("itsm.docs.write")) {
                Files.writeString(document, mended);
            } else {
                assertThat(text)
                        .as("%s; run with -Ditsm.docs.write=true", document.getFileName())
                        .isEqualTo(mended);
            }
        }
    }

    @Test
    void noJavaBlockIsWithoutATest() throws IOException {
        for (Path document : documents()) {
            String text = Files.readString(document);
            long blocks =
                    Pattern.compile("(?m)^```java$").matcher(text).results().count();
            long named = BLOCK.matcher(text).results().count();
            assertThat(named)
                    .as("named Java blocks of %s", document.getFileName())
                    .isEqualTo(blocks);
        }
    }

    @Test
    void theReadmeShowsSnippets() throws IOException {
        assertThat(BLOCK.matcher(Files.readString(ROOT.resolve("README.md"))).results())
                .isNotEmpty();
    }

    @Test
    void linksBetweenDocumentsLeadSomewhere() throws IOException {
        Pattern link = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");
        for (Path document : documents()) {
            link.matcher(Files.readString(document))
                    .results()
                    .forEach(found -> assertThat(
                                    document.resolveSibling(found.group(1)).normalize())
                            .as("link of %s", document.getFileName())
                            .exists());
        }
    }

    private static Map<String, String> snippets() throws IOException {
        Map<String, String> snippets = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file : files.filter(f -> f.toString().endsWith("Test.java"))
                    .sorted()
                    .toList()) {
                SNIPPET.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> assertThat(snippets.put(found.group(1), withoutIndent(found.group(2))))
                                .as("a second snippet %s", found.group(1))
                                .isNull());
            }
        }
        return snippets;
    }

    /** The last line break is taken off first: an empty last line counts as one without any indent. */
    private static String withoutIndent(String code) {
        return code.stripTrailing().stripIndent() + "\n";
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static Path root() {
        Path path = Path.of("").toAbsolutePath();
        while (!Files.exists(path.resolve("LICENSE"))) {
            path = path.getParent();
        }
        return path;
    }
}
