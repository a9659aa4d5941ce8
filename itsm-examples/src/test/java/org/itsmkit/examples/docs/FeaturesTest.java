package org.itsmkit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/features.md} says there is has a test that shows it: each of its rows names tests that exist. */
class FeaturesTest {

    private static final Path ROOT = root();

    /** A row: what there is, and the tests that show it. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!\\||---|Capability )([^|]+) \\| ([^|]+) \\|$");

    private static final Pattern TEST = Pattern.compile("`([A-Za-z0-9.]+)#([A-Za-z0-9]+)`");

    @Test
    void everyRowNamesTestsThatExist() throws IOException {
        Map<String, List<Path>> sources = sources();
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/features.md")));
        while (row.find()) {
            rows++;
            if (row.group(2).replaceAll(TEST.pattern(), "").matches("(?s).*\\w.*")
                    || !TEST.matcher(row.group(2)).find()) {
                wrong.add(row.group(1) + ": names something else than tests: " + row.group(2));
            }
            Matcher test = TEST.matcher(row.group(2));
            while (test.find()) {
                if (!isTest(sources.getOrDefault(test.group(1), List.of()), test.group(2))) {
                    wrong.add(row.group(1) + ": there is no test " + test.group());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).isGreaterThan(65);
    }

    @Test
    void aMethodThatIsNoTestIsNoticed() throws IOException {
        List<Path> here = sources().get("FeaturesTest");

        assertThat(isTest(here, "aMethodThatIsNoTestIsNoticed")).isTrue();
        assertThat(isTest(here, "isTest")).isFalse();
        assertThat(isTest(here, "noSuchMethod")).isFalse();
    }

    private static boolean isTest(List<Path> files, String method) throws IOException {
        Pattern declared = Pattern.compile(
                "@(Test|Property|Example|ParameterizedTest|RepeatedTest|TestFactory)\\b(?:(?!\\bvoid\\b)[^;])*?\\b(?:void|Stream<DynamicTest>|Stream<DynamicNode>) "
                        + method + "\\(");
        for (Path file : files) {
            if (declared.matcher(Files.readString(file)).find()) {
                return true;
            }
        }
        return false;
    }

    /** Sources by the simple name of their class. */
    private static Map<String, List<Path>> sources() throws IOException {
        Map<String, List<Path>> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> ROOT.relativize(file).toString().contains("src"))
                    .forEach(file -> sources.computeIfAbsent(
                                    file.getFileName().toString().replace(".java", ""), name -> new ArrayList<>())
                            .add(file));
        }
        return sources;
    }

    private static Path root() {
        Path path = Path.of("").toAbsolutePath();
        while (!Files.exists(path.resolve("LICENSE"))) {
            path = path.getParent();
        }
        return path;
    }
}
