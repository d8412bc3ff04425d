package fr.sceau.smime;

import fr.sceau.smime.Layer.Access;
import fr.sceau.smime.Layer.Encrypted;
import fr.sceau.smime.Layer.Signed;
import fr.sceau.smime.SignatureVerdict.Fault;
import fr.sceau.smime.SignatureVerdict.Invalid;
import fr.sceau.smime.SignatureVerdict.Obstacle;
import fr.sceau.smime.SignatureVerdict.Pending;
import fr.sceau.smime.SignatureVerdict.Sealed;
import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.SignatureVerdict.Unopened;
import fr.sceau.smime.SignatureVerdict.Unsigned;
import fr.sceau.smime.SignatureVerdict.Untrusted;
import fr.sceau.smime.header.Routing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The S/MIME layers of one message, outermost first; none for ordinary mail. */
public record Layers(List<Layer> layers) {
    public Layers {
        layers = List.copyOf(layers);
    }

    /**
     * What the layers say together of the content that people see. Every signature has to hold, wherever it is; and one of
     * them has to be inside the encryption, since whoever signs a sealed message need not know what is in it.
     */
    public SignatureVerdict verdict() {
        List<SignatureVerdict> verdicts = new ArrayList<>(
                signed().map(Signed::verdict).filter(Invalid.class::isInstance).toList());
        if (!verdicts.isEmpty()) {
            return verdicts.get(0);
        }
        if (layers.stream().anyMatch(Layer.Refused.class::isInstance)) {
            return new Invalid(Fault.NESTING_REFUSED);
        }
        Optional<SignatureVerdict> unopened =
                encrypted().flatMap(layer -> unopened(layer.access()).stream()).findFirst();
        if (unopened.isPresent()) {
            return unopened.get();
        }
        if (signed().findAny().isEmpty()) {
            return new Unsigned();
        }
        return isSignedInside() ? ofSigners() : new Invalid(Fault.ENCRYPTED_THEN_SIGNED);
    }

    private static Optional<SignatureVerdict> unopened(Access access) {
        return switch (access) {
            case OPENED -> Optional.empty();
            case CLOSED -> Optional.of(new Sealed());
            case DAMAGED -> Optional.of(new Unopened(Obstacle.DAMAGED));
            case LEGACY, REFUSED -> Optional.of(new Unopened(Obstacle.CIPHER_REFUSED));
        };
    }

    /** The first that is not established, from outside; if all are, the innermost, who knows the content best. */
    private SignatureVerdict ofSigners() {
        List<SignatureVerdict> verdicts =
                new ArrayList<>(signed().map(Signed::verdict).toList());
        List<SignatureVerdict> fromInside = new ArrayList<>(verdicts);
        Collections.reverse(fromInside);
        return Stream.concat(
                        Stream.of(Untrusted.class, Pending.class)
                                .flatMap(kind -> verdicts.stream().filter(kind::isInstance)),
                        fromInside.stream().filter(Trusted.class::isInstance))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Where the message went against where its signer addressed it: by the innermost signature that covers To or Cc. Empty if
     * none does, or the verdict lets none be believed.
     *
     * @param envelope SMTP recipients
     */
    public Optional<Routing> routing(Collection<String> envelope) {
        SignatureVerdict verdict = verdict();
        return verdict instanceof Trusted || verdict instanceof Pending
                ? signed().map(layer -> layer.inside().recipients())
                        .filter(header -> !header.fields().isEmpty())
                        .reduce((outer, inner) -> inner)
                        .map(header -> Routing.compare(envelope, header))
                : Optional.empty();
    }

    /** Whether a layer is encrypted to none of the keys at hand. */
    public boolean isClosed() {
        return encrypted().anyMatch(layer -> layer.access() == Access.CLOSED);
    }

    /** Whether a change of the content on its way would show: by a signature on it, or by the cipher. */
    public boolean integrityGuaranteed() {
        boolean cipher = encrypted().anyMatch(Encrypted::authenticated);
        return encrypted().findAny().isEmpty() || cipher || isSignedInside();
    }

    /** A signature that stands inside all encryption. */
    private boolean isSignedInside() {
        int innermostSeal = -1;
        int innermostSignature = -1;
        for (int i = 0; i < layers.size(); i++) {
            innermostSeal = layers.get(i) instanceof Encrypted ? i : innermostSeal;
            innermostSignature = layers.get(i) instanceof Signed ? i : innermostSignature;
        }
        return innermostSignature > innermostSeal;
    }

    /** The codes of all layers, outermost first; {@code none} for ordinary mail. */
    public String code() {
        return layers.isEmpty() ? "none" : layers.stream().map(Layer::code).collect(Collectors.joining(" > "));
    }

    private Stream<Signed> signed() {
        return layers.stream().filter(Signed.class::isInstance).map(Signed.class::cast);
    }

    private Stream<Encrypted> encrypted() {
        return layers.stream().filter(Encrypted.class::isInstance).map(Encrypted.class::cast);
    }
}
