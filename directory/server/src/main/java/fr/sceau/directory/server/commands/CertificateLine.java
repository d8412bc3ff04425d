package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.certificates.Refusal;
import fr.sceau.directory.server.entries.Decision;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;

/**
 * What is told of one certificate.
 *
 * @param replaced it has ended, and another of the same mailbox is served
 */
record CertificateLine(Decision decision, boolean replaced) {
    static final String HEADER = "adresse\tnuméro de série\texpire\tfichier\tétat";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.of("Europe/Paris"));

    static CertificateLine of(Decision decision, Collection<Decision> all) {
        boolean another =
                all.stream().anyMatch(one -> one.isServed() && one.address().equals(decision.address()));
        return new CertificateLine(decision, decision.is(Refusal.EXPIRED) && another);
    }

    /** Serial number and last day. */
    static String of(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16) + "\t"
                + DAY.format(certificate.getNotAfter().toInstant());
    }

    boolean isGood() {
        return decision.isServed() || replaced;
    }

    String text() {
        String state = decision.refusal()
                .map(reason -> "non servi : " + reason.sentence())
                .orElse("servi");
        return String.join(
                "\t",
                decision.address(),
                decision.certificate().map(CertificateLine::of).orElse("\t"),
                decision.file().replaceAll("\\p{Cntrl}", " "),
                replaced ? "remplacé" : state);
    }
}
