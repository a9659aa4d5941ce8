package org.itsmkit.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.itsmkit.fixture.Seeds;
import org.itsmkit.spi.Keys;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

    @Test
    void nothingIsTheDigestOfNoBytes() {
        // of the empty message, as the standard's examples give it
        assertThat(ContentDigest.empty().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void lengthsAreWrittenBeforeTexts() throws Exception {
        byte[] bytes = {0, 0, 0, 1, 'a', 0, 0, 0, 2, (byte) 0xC3, (byte) 0xA9};
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        StringBuilder hex = new StringBuilder();
        for (byte each : hash) {
            hex.append(String.format(Locale.ROOT, "%02x", each));
        }

        assertThat(ContentDigest.empty().with("a", "é").hex()).isEqualTo(hex.toString());
    }

    @Test
    void itCanBeTheContentOfARequest() {
        String hex = ContentDigest.empty().with("title", "New version of mail").hex();
        assertThat(Keys.requireCode(hex, "content")).hasSize(64);
    }

    /** Names and values of few letters, so that many run together to the same text. */
    @Test
    void noTwoContentsHaveTheSame() {
        String[] texts = {"", "a", "b", "ab", "ba", "aa", "\u0001", "a\u0001"};
        Map<String, List<ContentDigest.Part>> seen = new HashMap<>();
        Seeds.each(20_000, random -> {
            ContentDigest content = ContentDigest.empty();
            for (int i = random.nextInt(4); i > 0; i--) {
                content = content.with(texts[random.nextInt(8)], texts[random.nextInt(8)]);
            }
            List<ContentDigest.Part> before = seen.putIfAbsent(content.hex(), content.parts());
            assertThat(before == null || before.equals(content.parts())).isTrue();
        });
    }

    @Test
    void theOrderCounts() {
        assertThat(ContentDigest.empty().with("a", "1").with("b", "2").hex())
                .isNotEqualTo(
                        ContentDigest.empty().with("b", "2").with("a", "1").hex());
    }

    /** A lone surrogate is written as a question mark, and would be mistaken for one. */
    @Test
    void whatCannotBeWrittenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentDigest.empty().with("title", "\uD800"))
                .withMessageStartingWith("value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentDigest.empty().with("\uD800", ""))
                .withMessageStartingWith("name");
    }
}
