package org.itsmkit.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.itsmkit.spi.Texts;

/** The bounded key of a text tells equality always, and order where it says so. */
class TextKeyTest {

    /** Short texts, long ones, and those that are just long or just not, of few characters of one to four bytes. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> tail = Arbitraries.of("a", "z", "\u007F", "é", "\uE000", "\uFFFD", "😀", "\uDBFF\uDFFF")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        Arbitrary<Integer> lengths = Arbitraries.of(0, 1, 195, 199, 266, 399, 795, 796, 797, 798, 799, 800, 801);
        Arbitrary<String> units = Arbitraries.of("a", "é", "€", "😀");
        return lengths.flatMap(length -> units.flatMap(unit -> {
            int times = Math.min(length, 801 / unit.getBytes(StandardCharsets.UTF_8).length + 1);
            return tail.map(end -> unit.repeat(times) + end);
        }));
    }

    @Property(tries = 2_000)
    void equalKeysMeanEqualTexts(@ForAll("texts") String left, @ForAll("texts") String right) {
        assertThat(TextKey.of(left).equals(TextKey.of(right))).isEqualTo(left.equals(right));
    }

    @Property(tries = 3_000)
    void keysStandInTheOrderOfTextsButWithinAGroup(@ForAll("texts") String left, @ForAll("texts") String right) {
        boolean sameGroup = TextKey.isLong(left)
                && TextKey.isLong(right)
                && TextKey.group(left).equals(TextKey.group(right));
        if (!sameGroup) {
            assertThat(Integer.signum(Texts.compareByCodePoint(TextKey.of(left), TextKey.of(right))))
                    .isEqualTo(Integer.signum(Texts.compareByCodePoint(left, right)));
        } else {
            assertThat(TextKey.of(left)).isBetween(TextKey.group(left), TextKey.afterGroup(TextKey.group(left)));
        }
    }

    @Property(tries = 3_000)
    void whatBeginsWithAPrefixLiesInFrontOfItsEnd(@ForAll("texts") String text, @ForAll("texts") String prefix) {
        boolean lies = Texts.compareByCodePoint(text, prefix) >= 0
                && TextKey.afterPrefix(prefix)
                        .map(end -> Texts.compareByCodePoint(text, end) < 0)
                        .orElse(true);
        assertThat(lies).isEqualTo(text.startsWith(prefix));
    }

    @Property(tries = 2_000)
    void aKeyIsBounded(@ForAll("texts") String text) {
        assertThat(TextKey.of(text).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(868);
        assertThat(TextKey.isLong(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length > 800);
    }
}
