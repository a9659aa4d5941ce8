package org.itsmkit.testkit.engine;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.itsmkit.spi.Texts;

/** Texts that hurt systems which are not careful, and what becomes of each, said without asking the kit. */
final class Hostile {

    /** Whole texts. */
    static final List<String> CORPUS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\ud800",
            "\udc00",
            "a\udfffb",
            "\udc00\ud800",
            "\ud83d\ude00",
            "\udbff\udfff",
            "\u202eltr\u202c",
            "\u2066\u2067\u2068nested\u2069",
            "\u200b",
            "zero\u200bwidth\u200d\u2060\ufeff",
            "\ufeff",
            "a" + "\u0301".repeat(500),
            "\u0430dmin",
            "I\u0307\u0131\u017f\u212a",
            "\ufdfa".repeat(200),
            "\uffff\ufffe",
            "\r",
            "a\r\nb",
            "a\u2028b\u2029c\u0085d",
            "\u001b[2J\u001b[31mred",
            "\b\b\b\u007f",
            "' OR '1'='1",
            "'; DROP TABLE itsm_record; --",
            "\"; DELETE FROM itsm_journal; --",
            "\\'; SELECT pg_sleep(10); --",
            "1) UNION SELECT body FROM itsm_record --",
            "$$; SELECT 1; $$",
            "?",
            "?1 :name {fn now()} {d '2026-01-01'}",
            "%",
            "_%\\_",
            "E'\\047'",
            "{\"@type\":\"Erased\",\"by\":null}",
            "\",\"version\":99,\"x\":\"",
            "\\u0000\\ud800",
            "}]}]}}",
            "[[[[[[[[",
            "*)(uid=*))(|(uid=*",
            "admin)(&(objectClass=*)",
            "=1+1",
            "=HYPERLINK(\"http://example.org\",\"x\")",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "-2+3",
            "+1",
            "\t=1",
            "a,b\n\"c\"\"d\";e",
            "../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "%2e%2e%2f%00",
            "file:///etc/passwd",
            "con",
            "${jndi:ldap://example.org/a}",
            "{{7*7}}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "null",
            "true",
            "NaN",
            "-0",
            "1e999",
            "9".repeat(400),
            "itsm:reaction/1",
            "acme/incident/r1",
            "incident:*",
            "*",
            "x".repeat(64),
            "x".repeat(65),
            "x".repeat(255),
            "x".repeat(256),
            "\ud83d\ude00".repeat(255),
            "\ud83d\ude00".repeat(256),
            "x".repeat(4_000),
            "x".repeat(4_001));

    private static final int MEBIBYTE = 1 << 20;

    /** Whole texts of the greatest length, and beyond it. */
    static final List<String> HUGE = List.of(
            "x".repeat(MEBIBYTE),
            "\u0001".repeat(MEBIBYTE),
            "\ud83d\ude00".repeat(MEBIBYTE / 2),
            "\u0301".repeat(MEBIBYTE),
            "x".repeat(MEBIBYTE + 1),
            "\ud83d\ude00".repeat(MEBIBYTE / 2 + 1),
            "x".repeat(MEBIBYTE - 1) + "\ud800");

    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "9",
            " ",
            "\t",
            "\n",
            "\r",
            "'",
            "\"",
            "\\",
            "`",
            "$",
            "%",
            "_",
            ";",
            "--",
            "/*",
            "*/",
            "{",
            "}",
            "[",
            "]",
            "<",
            ">",
            "&",
            "|",
            "=",
            "@",
            "\u00e4",
            "\u0308",
            "\u0301",
            "\u200b",
            "\u200d",
            "\ufeff",
            "\u202e",
            "\u2066",
            "\u2028",
            "\u0085",
            "\ufdfa",
            "\uffff",
            "\ue000",
            "\u3042",
            "\u0e33",
            "\ud83d\ude00",
            "\ud83c\udff3\ufe0f\u200d\ud83c\udf08",
            "\udbff\udfff",
            "\u0001",
            "\u001b",
            "\u007f",
            "DROP TABLE",
            "${",
            "../",
            "\\u0000",
            "\\ud800");

    private static final List<String> POISONS = List.of("\0", "\ud800", "\udfff");

    private Hostile() {}

    /** One that is put together by chance: most are ugly, some poisonous, some blank, few long. */
    static String text(Random random) {
        int kind = random.nextInt(100);
        if (kind < 10) {
            return CORPUS.get(random.nextInt(CORPUS.size()));
        }
        StringBuilder text = new StringBuilder();
        int pieces = kind < 95 ? 1 + random.nextInt(20) : 1 + random.nextInt(600);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        if (kind > 96) {
            text.insert(random.nextInt(text.length()), POISONS.get(random.nextInt(POISONS.size())));
        }
        return text.toString();
    }

    /** The codes by which a text of at most {@code most} code points is refused; empty if it is kept as it is. */
    static Set<String> codes(String text, int most) {
        Set<String> codes = new TreeSet<>();
        int points = 0;
        boolean seen = false;
        boolean poisoned = false;
        for (int i = 0; i < text.length(); points++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            poisoned |= c == 0 || !pair && Character.isSurrogate(c);
            int point = text.codePointAt(i);
            seen |= !isNothing(point);
            i += pair ? 2 : 1;
        }
        if (!seen) {
            codes.add("text.missing");
        }
        if (points > most || text.length() > Texts.MAX_LENGTH) {
            codes.add("text.too-long");
        }
        if (poisoned) {
            codes.add("text.not-storable");
        }
        return codes;
    }

    /** White space, and what has no shape. */
    private static boolean isNothing(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
