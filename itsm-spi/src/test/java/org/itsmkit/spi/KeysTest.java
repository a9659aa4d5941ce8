package org.itsmkit.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "0", "incident", "INC0000042", "a.b_c:d-e", "0123456789abcdef"})
    void codesAreKept(String code) {
        assertThat(Keys.requireCode(code, "code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".a",
                "_a",
                ":a",
                "-a",
                " a",
                "a ",
                "a b",
                "a/b",
                "ä",
                "aß",
                "a\n",
                "a\0",
                "a%",
                "a'b",
                "١",
                "\uD83D\uDE00"
            })
    void othersAreNoCodes(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keys.requireCode(code, "series"))
                .withMessageStartingWith("series");
    }

    @Test
    void aCodeHasAtMostSixtyFourCharacters() {
        assertThat(Keys.requireCode("a".repeat(64), "code")).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> Keys.requireCode("a".repeat(65), "code"));
    }

    @Property
    void aCodeIsWhatItsPatternSays(@ForAll String text) {
        boolean expected = text.matches("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}") && !text.endsWith("\n");

        assertThat(isCode(text)).isEqualTo(expected);
    }

    private static boolean isCode(String text) {
        try {
            Keys.requireCode(text, "text");
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "Dora Méndez",
                "anna@example.org",
                "O'Brien",
                "李小龍",
                "Ωμέγα",
                "a",
                "\uD83D\uDE00",
                "AC\\anna",
                "é"
            })
    void namesAreKept(String name) {
        assertThat(Keys.requireName(name, "name")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " anna",
                "anna ",
                "an\tna",
                "an\nna",
                "an\0na",
                "e\u0301",
                "\u202Eanna",
                "an\u200Dna",
                "an\u2028na",
                "\uD83D",
                "\u212B",
                "\u3000anna"
            })
    void othersAreNoNames(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keys.requireName(name, "person"))
                .withMessageStartingWith("person");
    }

    @Test
    void aNameHasAtMostAHundredAndTwentyEightCodePoints() {
        assertThat(Keys.requireName("\uD83D\uDE00".repeat(128), "name")).hasSize(256);
        assertThatIllegalArgumentException().isThrownBy(() -> Keys.requireName("a".repeat(129), "name"));
    }
}
