package fr.sceau.server.renewal;

import fr.sceau.smime.identity.CertificateIdentity;
import fr.sceau.smime.identity.IdentityReader;
import fr.sceau.smime.trust.CertificatePurpose;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One certificate in the list of keys.
 *
 * @param name of the mailbox, or that of an organisation's key
 * @param holder whose certificates replace each other: a mailbox, or an organisation whatever its keys are called
 * @param forecast what there is to do
 */
public record KeyLine(
        String name,
        String holder,
        Place place,
        X509Certificate certificate,
        Set<Purpose> purposes,
        Forecast forecast) {
    /** Where the private key is. */
    public enum Place {
        FILE("fichier"),
        TOKEN("module"),
        ELSEWHERE("titulaire");

        private final String text;

        Place(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** What the certificate is for. */
    public enum Purpose {
        SIGNATURE("signature"),
        ENCRYPTION("chiffrement");

        private final String text;

        Purpose(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** When a successor is due. */
    public enum Forecast {
        /** Another of the same holder and purpose ends later. */
        REPLACED("remplacé", false),
        NOT_YET("pas encore valable", false),
        FAR("valable", false),
        IN_90_DAYS("à renouveler sous 90 jours", false),
        IN_30_DAYS("À RENOUVELER SOUS 30 JOURS", true),
        IN_7_DAYS("À RENOUVELER SOUS 7 JOURS", true),
        EXPIRED("EXPIRÉ", true);

        private final String text;
        private final boolean urgent;

        Forecast(String text, boolean urgent) {
            this.text = text;
            this.urgent = urgent;
        }

        public String text() {
            return text;
        }

        public boolean isUrgent() {
            return urgent;
        }

        static Forecast of(X509Certificate certificate, Instant now) {
            Duration left = Duration.between(now, certificate.getNotAfter().toInstant());
            if (left.isNegative()) {
                return EXPIRED;
            }
            if (now.isBefore(certificate.getNotBefore().toInstant())) {
                return NOT_YET;
            }
            if (left.compareTo(Duration.ofDays(30)) <= 0) {
                return left.compareTo(Duration.ofDays(7)) <= 0 ? IN_7_DAYS : IN_30_DAYS;
            }
            return left.compareTo(Duration.ofDays(90)) <= 0 ? IN_90_DAYS : FAR;
        }
    }

    public KeyLine {
        purposes = Set.copyOf(purposes);
    }

    /** Before anything is known of its successors. */
    static KeyLine of(String name, Place place, X509Certificate certificate, Instant now) {
        Set<Purpose> purposes = new LinkedHashSet<>();
        if (CertificatePurpose.signsMail(certificate)) {
            purposes.add(Purpose.SIGNATURE);
        }
        if (CertificatePurpose.holdsContentKeys(certificate)) {
            purposes.add(Purpose.ENCRYPTION);
        }
        return new KeyLine(
                name, holder(name, certificate), place, certificate, purposes, Forecast.of(certificate, now));
    }

    /** For each of its purposes one of these ends later, and no gap lies between: then nothing is to be done about it. */
    KeyLine among(List<KeyLine> all) {
        boolean replaced = purposes.stream().allMatch(purpose -> all.stream()
                .filter(other -> other.holder.equals(holder) && other.purposes.contains(purpose))
                .anyMatch(this::isFollowedBy));
        return replaced && forecast != Forecast.NOT_YET
                ? new KeyLine(name, holder, place, certificate, purposes, Forecast.REPLACED)
                : this;
    }

    private static String holder(String name, X509Certificate certificate) {
        return !name.contains("@")
                        && IdentityReader.read(certificate) instanceof CertificateIdentity.Organisation organisation
                ? organisation.structureId()
                : name;
    }

    private boolean isFollowedBy(KeyLine other) {
        boolean later = other.certificate.getNotAfter().after(certificate.getNotAfter());
        boolean inTime = !other.certificate.getNotBefore().after(certificate.getNotAfter())
                || other.forecast != Forecast.NOT_YET; // a gap in the past is no matter
        return later && inTime;
    }

    /** Whole days until it ends; negative when it has. */
    public long days(Instant now) {
        return Duration.between(now, certificate.getNotAfter().toInstant()).toDays();
    }
}
