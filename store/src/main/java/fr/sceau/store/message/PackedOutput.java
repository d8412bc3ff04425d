package fr.sceau.store.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes numbers, texts and lists in few octets. */
final class PackedOutput {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    byte[] octets() {
        return out.toByteArray();
    }

    void number(long number) {
        long rest = number;
        while (rest > 0x7f) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    void text(@Nullable String text) {
        if (text == null) {
            number(0);
            return;
        }
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        number(octets.length + 1L);
        out.writeBytes(octets);
    }

    <T> void list(List<T> list, Consumer<T> write) {
        number(list.size());
        list.forEach(write);
    }
}
