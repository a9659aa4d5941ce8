package org.itsmkit.jdbc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.itsmkit.spi.RecordRef;

/** The codecs of the JDK's own values: exact, and the same whatever the locale. */
final class Scalars {

    static final Map<Class<?>, Codec<?>> ALL = all();

    private Scalars() {}

    private static Map<Class<?>, Codec<?>> all() {
        Map<Class<?>, Codec<?>> codecs = new HashMap<>();
        text(codecs, String.class, Function.identity(), Function.identity());
        text(codecs, Instant.class, IsoInstant::print, IsoInstant::parse);
        text(codecs, Duration.class, Duration::toString, Duration::parse);
        text(codecs, Period.class, Period::toString, Period::parse);
        text(codecs, LocalDate.class, LocalDate::toString, LocalDate::parse);
        text(codecs, LocalTime.class, LocalTime::toString, LocalTime::parse);
        text(codecs, LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse);
        text(codecs, OffsetDateTime.class, OffsetDateTime::toString, OffsetDateTime::parse);
        text(codecs, ZonedDateTime.class, ZonedDateTime::toString, ZonedDateTime::parse);
        text(codecs, MonthDay.class, MonthDay::toString, MonthDay::parse);
        text(codecs, Year.class, Year::toString, Year::parse);
        text(codecs, YearMonth.class, YearMonth::toString, YearMonth::parse);
        text(codecs, ZoneId.class, ZoneId::getId, ZoneId::of);
        text(codecs, DayOfWeek.class, DayOfWeek::name, DayOfWeek::valueOf);
        text(codecs, UUID.class, UUID::toString, UUID::fromString);
        text(codecs, URI.class, URI::toString, URI::create);
        text(codecs, Locale.class, Locale::toLanguageTag, Locale::forLanguageTag);
        text(codecs, Currency.class, Currency::getCurrencyCode, Currency::getInstance);
        text(codecs, RecordRef.class, RecordRef::toString, RecordRef::parse);
        number(codecs, int.class, Integer.class, JsonGenerator::writeNumber, JsonParser::getIntValue);
        number(codecs, long.class, Long.class, JsonGenerator::writeNumber, JsonParser::getLongValue);
        number(codecs, BigInteger.class, BigInteger.class, JsonGenerator::writeNumber, JsonParser::getBigIntegerValue);
        Codec<BigDecimal> decimal =
                new Numeric<>("number", JsonGenerator::writeNumber, JsonParser::getDecimalValue, true);
        codecs.put(BigDecimal.class, decimal);
        Codec<Double> real = new Numeric<>("number", JsonGenerator::writeNumber, JsonParser::getDoubleValue, true);
        codecs.put(Double.class, real);
        codecs.put(double.class, real);
        Codec<Boolean> flag = new Flag();
        codecs.put(Boolean.class, flag);
        codecs.put(boolean.class, flag);
        return Map.copyOf(codecs);
    }

    private static <T> void text(
            Map<Class<?>, Codec<?>> codecs,
            Class<T> type,
            Function<? super T, String> print,
            Function<String, ? extends T> parse) {
        codecs.put(type, new TextCodec<T>(type.getSimpleName(), print, parse));
    }

    private static <T> void number(
            Map<Class<?>, Codec<?>> codecs, Class<?> primitive, Class<T> boxed, Write<T> write, Read<T> read) {
        Codec<T> codec = new Numeric<>("whole number", write, read, false);
        codecs.put(primitive, codec);
        codecs.put(boxed, codec);
    }

    private interface Write<T> {
        void to(JsonGenerator out, T value) throws IOException;
    }

    private interface Read<T> {
        T from(JsonParser in) throws IOException;
    }

    private record Numeric<T>(String what, Write<T> write, Read<T> read, boolean fractions) implements Codec<T> {

        @Override
        public void write(T value, JsonGenerator out) throws IOException {
            if (value instanceof Double real && (real.isNaN() || real.isInfinite())) {
                throw new UnreadableException("JSON has no " + real);
            }
            write.to(out, value);
        }

        @Override
        public T read(JsonParser in) throws IOException {
            JsonToken token = in.currentToken();
            if (token != JsonToken.VALUE_NUMBER_INT && !(fractions && token == JsonToken.VALUE_NUMBER_FLOAT)) {
                throw UnreadableException.unexpected(what, in);
            }
            return read.from(in);
        }
    }

    private record Flag() implements Codec<Boolean> {

        @Override
        public void write(Boolean value, JsonGenerator out) throws IOException {
            out.writeBoolean(value);
        }

        @Override
        public Boolean read(JsonParser in) throws IOException {
            return switch (in.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> throw UnreadableException.unexpected("true or false", in);
            };
        }
    }
}
