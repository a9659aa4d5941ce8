package org.itsmkit.spi.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void wordsAreRunsOfLettersAndDigitsInLowerCase() {
        assertThat(Words.of("The FRONT door, no. 7, is_stuck!"))
                .containsExactly("the", "front", "door", "no", "7", "is", "stuck");
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of("?! -- \uD83D\uDE00")).isEmpty();
        assertThat(Words.of("to be or not to be")).containsExactly("to", "be", "or", "not");
    }

    @Test
    void writingsOfOneWordAreOne() {
        assertThat(Words.of("\uFB01re")).isEqualTo(Words.of("FIRE"));
        assertThat(Words.of("Me\u0301ndez")).isEqualTo(Words.of("MÉNDEZ"));
        assertThat(Words.of("ＷＩＮＤＯＷ")).containsExactly("window");
        assertThat(Words.of("हिन्दी भाषा")).hasSize(2);
        assertThat(Words.of("\uD801\uDC00")).containsExactly("\uD801\uDC28");
    }

    @Test
    void theLocaleOfTheHouseDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Words.of("TITLE")).containsExactly("title");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void longWordsAreCut() {
        assertThat(Words.of("x".repeat(41) + " y")).containsExactly("x".repeat(40), "y");
        assertThat(Words.of("\uD801\uDC28".repeat(50))).containsExactly("\uD801\uDC28".repeat(40));
    }

    @Test
    void theFirstTwoHundredDifferentWordsCount() {
        String text = IntStream.range(0, 300).mapToObj(i -> "w" + i / 2).collect(Collectors.joining(" "))
                + IntStream.range(0, 300).mapToObj(i -> " v" + i).collect(Collectors.joining());

        assertThat(Words.of(text)).hasSize(200).contains("w149", "v0", "v49").doesNotContain("v50");
    }

    @Property
    void theWordsOfWordsAreThemselves(@ForAll String text) {
        Set<String> words = Words.of(text);

        assertThat(Words.of(String.join(" ", words))).isEqualTo(words);
    }
}
