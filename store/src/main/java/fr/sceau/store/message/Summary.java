package fr.sceau.store.message;

import fr.sceau.store.content.OctetSource;
import java.io.IOException;
import org.apache.james.mailbox.store.mail.model.impl.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What IMAP asks of a message without its body, made once when the message is written: the envelope, the structure and
 * James' properties. A message that cannot be taken apart has one part of type application/octet-stream.
 */
public final class Summary {
    private final Envelope envelope;
    private final Part structure;
    private final @Nullable Properties given;

    Summary(Envelope envelope, Part structure, @Nullable Properties given) {
        this.envelope = envelope;
        this.structure = structure;
        this.given = given;
    }

    /** Reads the message once, in a stream. */
    public static Summary of(OctetSource octets) throws IOException {
        return SummaryReader.read(octets);
    }

    /** Reads what {@link #write()} wrote. */
    public static Summary read(byte[] written) {
        return SummaryFormat.read(written);
    }

    public byte[] write() {
        return SummaryFormat.write(this);
    }

    public Envelope envelope() {
        return envelope;
    }

    public Part structure() {
        return structure;
    }

    /** Those that James established itself, or those that follow from the structure. */
    Properties properties() {
        return given == null ? PartProperties.of(structure) : given;
    }

    @Nullable
    Properties givenProperties() {
        return given;
    }

    /** The same with the properties that James established; they cost octets only when they are other than ours. */
    Summary with(Properties properties) {
        Properties ours = PartProperties.of(structure);
        return new Summary(envelope, structure, ours.equals(properties) ? null : properties);
    }
}
