package fr.sceau.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** One walk over the MIME parts of one message; not reusable. */
final class MessageWalk {
    private static final MimeConfig CONFIG = new MimeConfig.Builder()
            .setMaxLineLen(256 * 1024)
            .setMaxHeaderCount(2000)
            .setMaxHeaderLen(256 * 1024)
            .setMaxContentLen(-1)
            .build();

    private final Limits limits;
    private final Classifier classifier;
    private final DamageNote damage = new DamageNote();
    private final SectionNumbers sections = new SectionNumbers();
    private final List<RecognisedDocument> documents = new ArrayList<>();
    private PartHeader header = new PartHeader();
    private int parts;

    MessageWalk(Limits limits) {
        this.limits = limits;
        this.classifier = new Classifier(limits);
    }

    Recognition walk(InputStream message) throws IOException {
        SourceStream source = new SourceStream(message);
        try {
            walkParts(source);
        } catch (MimeException | RuntimeException e) {
            unreadable(Flags.MALFORMED);
        } catch (LimitReached e) {
            unreadable(e.flag());
        } catch (IOException e) {
            source.rethrowItsFailure();
            unreadable(Flags.MALFORMED);
        }
        return new Recognition(documents);
    }

    private void walkParts(SourceStream source) throws IOException, MimeException {
        MimeTokenStream tokens = new MimeTokenStream(CONFIG, damage, null);
        tokens.parse(source);
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            sections.on(state);
            if (sections.depth() > limits.nesting()) {
                throw new LimitReached(Flags.TOO_DEEP);
            }
            if (state == EntityState.T_START_HEADER) {
                header = new PartHeader();
            } else if (state == EntityState.T_FIELD) {
                header.add(tokens.getField());
            } else if (state == EntityState.T_BODY) {
                body(tokens, source);
            }
        }
    }

    private void body(MimeTokenStream tokens, SourceStream source) throws IOException {
        if (++parts > limits.parts()) {
            throw new LimitReached(Flags.TOO_LARGE);
        }
        damage.clear();
        Finding finding = inspect(tokens.getDecodedInputStream(), source);
        if (damage.noted()) {
            finding = finding.with(Flags.DAMAGED_ENCODING);
        }
        if (header.isOrdinaryBody() && finding.type() == DocumentType.OTHER || header.isSignature()) {
            return;
        }
        report(finding, sections.current(), header.fileName());
    }

    private Finding inspect(InputStream content, SourceStream source) throws IOException {
        try {
            return classifier.classify(header, content);
        } catch (LimitReached e) {
            return Finding.other(e.flag());
        } catch (IOException e) {
            source.rethrowItsFailure();
            return Finding.other(Flags.DAMAGED_ENCODING);
        } catch (RuntimeException e) { // one hostile attachment costs its own label, never the others
            return Finding.other(Flags.MALFORMED);
        }
    }

    private void report(Finding finding, String part, Optional<String> fileName) {
        documents.add(new RecognisedDocument(finding.type(), part, fileName, finding.title(), finding.flags()));
        for (int i = 0; i < finding.inner().size(); i++) {
            report(finding.inner().get(i), part + "!" + (i + 1), Optional.empty());
        }
    }

    private void unreadable(String flag) {
        report(Finding.other(flag), sections.current(), Optional.empty());
    }

    /** Remembers that a transfer encoding had to be repaired. */
    private static final class DamageNote extends DecodeMonitor {
        private boolean noted;

        void clear() {
            noted = false;
        }

        boolean noted() {
            return noted;
        }

        @Override
        public boolean warn(String error, String dropDesc) {
            noted = true;
            return false;
        }

        @Override
        public boolean isListening() {
            return true;
        }
    }
}
