package fr.sceau.bench.reading;

import fr.sceau.bench.MailSystem;
import fr.sceau.bench.Place;
import java.io.Closeable;
import java.io.IOException;

/** The box of bodies of one system, for whoever wants to read it again and again. */
public final class Bodies implements Closeable {
    private final Reader reader;
    private final int count;

    public Bodies(Place place, MailSystem system, int count, int octets) throws IOException {
        this.reader = new Reader(place, system);
        this.count = count;
        reader.append(place, Reader.BODIES, count, octets);
    }

    /** Reads all; returns the milliseconds of processor that it cost the system. */
    public double read() throws IOException {
        return reader.bodies(count).cpu();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
