package fr.sceau.mailets.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceTest {
    @TempDir
    Path folder = Path.of("");

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T23:59:59Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void line_is_json_with_patients_masked_and_control_characters_escaped() throws Exception {
        try (Trace trace = new Trace(folder, new SetClock())) {
            trace.write(TraceEntry.of(Event.SENT)
                    .with(Field.MAIL, "a\"b\\c\r\n\td")
                    .with(Field.SIZE, 42)
                    .with(Field.RECIPIENTS, List.of("146026322000196@patient.mssante.fr", "b@exemple.test")));
        }
        JsonNode line = new ObjectMapper().readTree(Files.readString(folder.resolve("2026-11-21.jsonl")));
        assertThat(line.get("time").asText()).isEqualTo("2026-11-21T23:59:59Z");
        assertThat(line.get("event").asText()).isEqualTo("sent");
        assertThat(line.get("mail").asText()).isEqualTo("a\"b\\c\r\n\td");
        assertThat(line.get("size").asLong()).isEqualTo(42);
        assertThat(line.get("recipients").get(0).asText()).isEqualTo("***@patient.mssante.fr");
    }

    @Test
    void each_day_has_its_file_and_old_lines_stay_after_a_restart() throws Exception {
        SetClock clock = new SetClock();
        try (Trace trace = new Trace(folder, clock)) {
            trace.write(TraceEntry.of(Event.RECEIVED));
            clock.now = clock.now.plusSeconds(2);
            trace.write(TraceEntry.of(Event.DELIVERED));
        }
        try (Trace trace = new Trace(folder, clock)) {
            trace.write(TraceEntry.of(Event.PARKED));
        }
        assertThat(Files.readAllLines(folder.resolve("2026-11-21.jsonl"))).hasSize(1);
        assertThat(Files.readAllLines(folder.resolve("2026-11-22.jsonl"))).hasSize(2);
    }

    @Test
    void lines_of_several_threads_do_not_mix() throws Exception {
        try (Trace trace = new Trace(folder, new SetClock())) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            for (int i = 0; i < 400; i++) {
                threads.execute(() -> trace.write(TraceEntry.of(Event.SENT).with(Field.MAIL, "m".repeat(500))));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.readAllLines(folder.resolve("2026-11-21.jsonl")))
                .hasSize(400)
                .allMatch(line -> line.startsWith("{\"time\"") && line.endsWith("\"}"));
    }

    @Test
    void trace_that_cannot_be_written_stops_nobody() throws Exception {
        Path file = Files.writeString(folder.resolve("not-a-folder"), "");
        try (Trace trace = new Trace(file, new SetClock())) {
            trace.write(TraceEntry.of(Event.RECEIVED));
        }
        assertThat(Files.readString(file)).isEmpty();
    }
}
