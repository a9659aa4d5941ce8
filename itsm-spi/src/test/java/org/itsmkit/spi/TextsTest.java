package org.itsmkit.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Provide
    Arbitrary<String> wellFormed() {
        Arbitrary<Integer> near =
                Arbitraries.of(0x20, 0x61, 0x62, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10001, 0x1F600, 0x10FFFF);
        return near.list().ofMaxSize(5).map(points -> {
            StringBuilder text = new StringBuilder();
            points.forEach(text::appendCodePoint);
            return text.toString();
        });
    }

    @Provide
    Arbitrary<String> anyUnits() {
        return Arbitraries.of((char) 0, 'a', '\uD7FF', '\uD800', '\uDBFF', '\uDC00', '\uDFFF', '\uE000')
                .list()
                .ofMaxSize(5)
                .map(units -> {
                    StringBuilder text = new StringBuilder();
                    units.forEach(text::append);
                    return text.toString();
                });
    }

    @Property(tries = 5_000)
    void comparesAsCodePointsDo(@ForAll("wellFormed") String left, @ForAll("wellFormed") String right) {
        int expected =
                Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());

        assertThat(Integer.signum(Texts.compareByCodePoint(left, right))).isEqualTo(Integer.signum(expected));
    }

    @Property(tries = 5_000)
    void comparesAsUtf8BytesDo(@ForAll("wellFormed") String left, @ForAll("wellFormed") String right) {
        int expected =
                Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

        assertThat(Integer.signum(Texts.compareByCodePoint(left, right))).isEqualTo(Integer.signum(expected));
    }

    @Test
    void differsFromJavaBeyondTheBasicPlane() {
        assertThat("\uD83D\uDE00".compareTo("\uFFFD")).isNegative();
        assertThat(Texts.compareByCodePoint("\uD83D\uDE00", "\uFFFD")).isPositive();
    }

    @Property(tries = 5_000)
    void whatIsStorableSurvivesUtf8(@ForAll("anyUnits") String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean survives = new String(bytes, StandardCharsets.UTF_8).equals(text);
        boolean hasNul = text.indexOf('\0') >= 0;

        assertThat(Texts.firstUnstorable(text).isEmpty()).isEqualTo(survives && !hasNul);
    }

    @Test
    void tellsTheFirstThatCannotBeKept() {
        assertThat(Texts.firstUnstorable("ab\0\0")).isEqualTo(OptionalInt.of(2));
        assertThat(Texts.firstUnstorable("\uD83D\uDE00\uDE00")).isEqualTo(OptionalInt.of(2));
        assertThat(Texts.firstUnstorable("a\uD83D")).isEqualTo(OptionalInt.of(1));
        assertThat(Texts.firstUnstorable("")).isEqualTo(OptionalInt.empty());
    }

    @Test
    void aTextHasAtMostAMebibyte() {
        String longest = "x".repeat(Texts.MAX_LENGTH);

        assertThat(Texts.requireStorable(longest, "title")).isSameAs(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Texts.requireStorable(longest + "x", "title"))
                .withMessageStartingWith("title");
    }

    @Test
    void messagesDoNotRepeatTheText() {
        for (String secret : List.of("secret\0", "secret\uD800")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Texts.requireStorable(secret, "title"))
                    .withMessageNotContaining("secret");
        }
    }
}
