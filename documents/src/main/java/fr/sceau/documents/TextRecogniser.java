package fr.sceau.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Tells texts apart: Apicrypt, HL7 v2, HPRIM Santé, HPRIM Médecin, liaison letters, prose. */
final class TextRecogniser {
    private final Limits limits;
    private final Classifier classifier;

    TextRecogniser(Limits limits, Classifier classifier) {
        this.limits = limits;
        this.classifier = classifier;
    }

    Finding recognise(InputStream all) throws IOException {
        byte[] bytes = all.readNBytes(limits.textBytes());
        TextLines text = TextLines.of(bytes, limits);
        Finding finding = recognise(text);
        return bytes.length == limits.textBytes() && all.read() >= 0 ? finding.with(Flags.TOO_LARGE) : finding;
    }

    Finding recogniseHtml(InputStream all) throws IOException {
        TextLines text = TextLines.of(all.readNBytes(limits.textBytes()), limits);
        return letterOrOther(TextLines.ofMarkup(text, limits));
    }

    Finding recogniseRtf(InputStream all) throws IOException {
        TextLines text = TextLines.of(all.readNBytes(limits.textBytes()), limits);
        Finding finding = letterOrOther(TextLines.ofRtf(text, limits));
        return text.contains("\\objdata") ? finding.with(Flags.ACTIVE_CONTENT) : finding;
    }

    private Finding recognise(TextLines text) throws IOException {
        if (text.contains("$APICRYPT")) {
            return Finding.of(DocumentType.APICRYPT, Flags.NOT_INSPECTABLE);
        }
        if (Hl7Message.matches(text)) {
            return hl7(text);
        }
        if (HprimSante.matches(text)) {
            return HprimSante.finding(text);
        }
        return HprimMedecin.find(text).orElseGet(() -> letterOrOther(text));
    }

    private static Finding letterOrOther(TextLines text) {
        return LetterWords.title(text)
                .map(title -> Finding.of(DocumentType.LIAISON_LETTER).titled(Optional.of(title)))
                .orElseGet(Finding::other);
    }

    private Finding hl7(TextLines text) throws IOException {
        Finding message = Hl7Message.finding(text);
        List<Finding> inner = new ArrayList<>();
        for (String payload : Hl7Message.payloads(text)) {
            try {
                byte[] bytes = Base64.getMimeDecoder().decode(payload);
                inner.add(classifier.classifyInner(new ByteArrayInputStream(bytes)));
            } catch (IllegalArgumentException e) {
                message = message.with(Flags.DAMAGED_ENCODING);
            }
        }
        return new Finding(message.type(), message.title(), message.flags(), inner);
    }
}
