package org.itsmkit.examples.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.itsmkit.spi.RecordId;
import org.tukaani.xz.XZInputStream;

/**
 * Reads the rows of a log one after the other: {@code .csv}, {@code .csv.gz} or {@code .csv.xz}. A row that cannot be put in its place
 * is noted and passed over; a file that breaks off is read as far as it goes. For one thread.
 */
final class LogReader implements AutoCloseable {

    private final PatientStream text;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final List<Column> header;
    private final LogTimes times;
    private final Problems problems;
    private long lastLine = 1;
    private boolean isOver;

    /**
     * Opens a file and reads its header.
     *
     * @throws LogFormatException if it is no log
     * @throws IOException if it cannot be read at all
     */
    LogReader(Path file, ZoneId zone, Problems problems) throws IOException, LogFormatException {
        this.times = new LogTimes(zone);
        this.problems = problems;
        this.text = open(file);
        this.csv = CsvReader.builder()
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .ofCsvRecord(text, StandardCharsets.UTF_8);
        try {
            this.records = csv.iterator();
            this.header = header();
        } catch (LogFormatException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static PatientStream open(Path file) throws IOException, LogFormatException {
        Files.newInputStream(file).close();
        try {
            return new PatientStream(() -> unpacked(file));
        } catch (EOFException e) {
            throw new LogFormatException("line 1: the file ends before its header");
        } catch (IOException e) {
            throw new LogFormatException("the file is not packed as its name says: " + e.getMessage());
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        String name = file.getFileName().toString();
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            if (name.endsWith(".xz")) {
                return new XZInputStream(raw);
            }
            return name.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private List<Column> header() throws LogFormatException {
        CsvRecord first;
        try {
            if (!records.hasNext()) {
                throw new LogFormatException("line 1: the file has no header"
                        + text.breakOff().map(e -> ", it breaks off before").orElse(""));
            }
            first = records.next();
        } catch (CsvParseException e) {
            throw new LogFormatException("line 1: the file has no header: " + e.getMessage());
        }
        List<Column> columns = new ArrayList<>();
        Set<Column> missing = EnumSet.allOf(Column.class);
        List<String> unknown = new ArrayList<>();
        for (String name : first.getFields()) {
            Optional<Column> column = Column.named(name.strip());
            if (column.isPresent() && missing.remove(column.get())) {
                columns.add(column.get());
            } else {
                unknown.add(column.isPresent() ? name + " (twice)" : name);
            }
        }
        missing.removeAll(Column.OPTIONAL);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new LogFormatException("line 1: not the header of an incident log"
                    + (missing.isEmpty() ? "" : "; missing: " + names(missing))
                    + (unknown.isEmpty() ? "" : "; unknown: " + shortened(String.join(", ", unknown))));
        }
        return columns;
    }

    private static String names(Set<Column> columns) {
        return String.join(", ", columns.stream().map(Column::header).toList());
    }

    /** The next row that can be put in its place; empty at the end. */
    Optional<LogRow> next() {
        while (!isOver) {
            Optional<CsvRecord> record = nextRecord();
            if (record.isEmpty()) {
                return Optional.empty();
            }
            boolean isLast = !hasNext();
            boolean isCut = isLast && text.breakOff().isPresent() && !text.endsWithLineFeed();
            Optional<LogRow> row = isCut ? Optional.empty() : row(record.get(), isLast && !text.endsWithLineFeed());
            if (isLast) {
                end();
            }
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    private Optional<CsvRecord> nextRecord() {
        try {
            if (records.hasNext()) {
                CsvRecord record = records.next();
                lastLine = record.getStartingLineNumber();
                return Optional.of(record);
            }
        } catch (CsvParseException e) {
            problems.note(lastLine + 1, "cannot be read, nor what follows it: " + e.getMessage());
        }
        end();
        return Optional.empty();
    }

    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            // It comes again where the record is asked for.
            return true;
        }
    }

    private void end() {
        isOver = true;
        text.breakOff()
                .ifPresent(e -> problems.note(
                        text.endsWithLineFeed() ? lastLine + 1 : lastLine,
                        "the file is truncated: it ends "
                                + (text.endsWithLineFeed() ? "before" : "within")
                                + " this line, and what is left of it was not replayed"
                                + (e instanceof EOFException ? "" : " (" + e.getMessage() + ")")));
    }

    private Optional<LogRow> row(CsvRecord record, boolean endsFile) {
        if (record.getFieldCount() != header.size()) {
            problems.note(
                    lastLine,
                    record.getFieldCount() + " columns instead of " + header.size()
                            + (endsFile ? ": the file is truncated within this line" : "")
                            + "; not replayed");
            return Optional.empty();
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), record.getField(i));
        }
        try {
            return Optional.of(new LogRow(
                    lastLine,
                    required(cells, Column.NUMBER, RecordId::of),
                    required(cells, Column.SYS_MOD_COUNT, Cells::count),
                    required(cells, Column.SYS_UPDATED_AT, times::parse),
                    times,
                    cells));
        } catch (IllegalArgumentException e) {
            problems.note(lastLine, e.getMessage() + "; not replayed");
            return Optional.empty();
        }
    }

    private static <T> T required(Map<Column, String> cells, Column column, Function<String, T> parse) {
        Optional<String> text = LogRow.cell(cells, column);
        try {
            return parse.apply(text.orElseThrow(() -> new IllegalArgumentException("it is needed")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Cells.problem(column, text.orElse("?"), e), e);
        }
    }

    static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
