package fr.sceau.store.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PackedOutput} wrote. */
final class PackedInput {
    private final byte[] octets;
    private int position;

    PackedInput(byte[] octets) {
        this.octets = octets;
    }

    long number() {
        long number = 0;
        int shift = 0;
        byte next;
        do {
            next = octets[position++];
            number |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return number;
    }

    @Nullable
    String text() {
        int length = (int) number() - 1;
        if (length < 0) {
            return null;
        }
        position += length;
        return new String(octets, position - length, length, StandardCharsets.UTF_8);
    }

    String some() {
        return Objects.requireNonNull(text());
    }

    <T> List<T> list(Supplier<T> read) {
        int size = (int) number();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(read.get());
        }
        return list;
    }
}
