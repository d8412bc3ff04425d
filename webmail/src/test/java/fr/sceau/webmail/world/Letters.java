package fr.sceau.webmail.world;

import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.facts.Seal;
import java.util.Optional;

/** Invented mail, as our server leaves it in a mailbox. */
public final class Letters {
    private Letters() {}

    /** The server's own field, from the smime module, so that both sides stay together. */
    public static String results(String authservId, Origin origin, String code, Optional<String> signer, Seal seal) {
        MessageFacts facts = new MessageFacts(origin, code, signer, seal);
        return "Authentication-Results: " + facts.toHeaderValue(authservId) + "\n";
    }

    public static String laboratoryResults(String code) {
        return results(
                TestHome.AUTHSERV_ID,
                new Origin.Submitted(MailWorld.LABORATORY, MailWorld.LABORATORY),
                code,
                Optional.of("Laboratoire du Parc (LABORATOIRE DU PARC)"),
                Seal.OPENED);
    }

    /** A signed result with HPRIM as an attachment; the signature itself is not real, the server's verdict stands. */
    public static String result(String results, String subject) {
        return results + """
                From: Laboratoire du Parc <laboratoire@exemple.mssante.test>
                To: Dr Claire Martin <claire.martin@exemple.mssante.test>
                Subject: %s
                Date: Fri, 20 Nov 2026 06:12:00 +0100
                Message-ID: <resultat-1@exemple.mssante.test>
                References: <demande-1@exemple.mssante.test>
                MIME-Version: 1.0
                Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary="s"

                --s
                Content-Type: multipart/mixed; boundary="m"

                --m
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Bonjour Docteur,

                Veuillez trouver ci-joint le résultat demandé.

                Laboratoire du Parc

                --m
                Content-Type: text/plain; charset=iso-8859-1; name="=?utf-8?Q?r=C3=A9sultat.hpr?="
                Content-Disposition: attachment; filename="=?utf-8?Q?r=C3=A9sultat.hpr?="
                Content-Transfer-Encoding: base64

                MDAwMQ0KTU9ERUxFDQpFWEVNUExFDQpI6W1vZ2xvYmluZSAgIDEzLDIgZy8xMDBtbCAoMTIsMCAtIDE2LDApDQoqKioqRklOKioqKg0KKioqKkZJTkZJQ0hJRVIqKioqDQo=
                --m--
                --s
                Content-Type: application/pkcs7-signature; name=smime.p7s
                Content-Transfer-Encoding: base64

                MIIB
                --s--
                """.formatted(subject);
    }

    public static String html(String results, String subject, String body) {
        return results + """
                From: =?utf-8?Q?Dr_Paul_Durand?= <paul.durand@partenaire.mssante.test>
                To: claire.martin@exemple.mssante.test
                Subject: %s
                Date: Fri, 20 Nov 2026 08:00:00 +0100
                Message-ID: <lettre-2@partenaire.mssante.test>
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary="r"

                --r
                Content-Type: multipart/alternative; boundary="a"

                --a
                Content-Type: text/plain; charset=utf-8

                Lettre en texte.
                --a
                Content-Type: text/html; charset=utf-8

                %s
                --a--
                --r
                Content-Type: image/png; name=logo.png
                Content-ID: <logo@partenaire>
                Content-Transfer-Encoding: base64

                iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
                --r--
                """.formatted(subject, body);
    }

    public static Origin partner() {
        return new Origin.Operator("partenaire.mssante.test", "CN=mail.partenaire.mssante.test");
    }

    public static String partnerResults(String code) {
        return results(TestHome.AUTHSERV_ID, partner(), code, Optional.empty(), Seal.CLEAR);
    }
}
