package fr.sceau.webmail.world;

import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.facts.Seal;
import fr.sceau.webmail.Main;
import java.io.IOException;
import java.util.Optional;

/** Starts the webmail over a seeded world in memory, to look at the pages: {@code http} port as the only argument. */
public final class DemoWorld {
    private static final String LETTER =
            "<html><head><style>body{background:url(https://x.test/a)}</style></head><body>"
                    + "<p style=\"color:#234\">Cher confrère,</p><p>Je vous remercie de m'avoir adressé <b>votre patient</b>.</p>"
                    + "<table border=\"1\"><tr><th>Examen</th><th>Valeur</th></tr><tr><td>FEVG</td><td>58 %</td></tr></table>"
                    + "<p>Voir <a href=\"https://exemple.test/x\">le compte rendu</a>.</p>"
                    + "<script>top.location='https://x.test'</script><img src=\"cid:logo@partenaire\" onerror=\"alert(1)\" width=24 height=24>"
                    + "<img src=\"https://x.test/pixel.gif\"><p>Dr Durand</p></body></html>";

    private DemoWorld() {}

    public static void main(String[] arguments) throws IOException {
        MailWorld world = MailWorld.start();
        seed(world);
        int port = Integer.parseInt(arguments[0]);
        Main.start(TestHome.SHARED.config(port, world.imapsPort(), world.submissionsPort()), TestHome.PASSWORD);
        System.out.println("ready https://localhost:" + port + "/ " + MailWorld.DOCTOR + " / " + MailWorld.SECRET);
    }

    private static void seed(MailWorld world) {
        String doctor = MailWorld.DOCTOR;
        for (int i = 1; i <= 130; i++) {
            world.deliver(
                    doctor, Letters.result(Letters.laboratoryResults("trusted"), "Ancien resultat " + i), "HPRIM");
        }
        world.deliver(doctor, Letters.html("", "Message sans constat", LETTER));
        world.deliver(
                doctor,
                Letters.html(
                        Letters.results(
                                TestHome.AUTHSERV_ID, Letters.partner(), "unsigned", Optional.empty(), Seal.CLEAR),
                        "Lettre de sortie",
                        LETTER),
                "LETTRE",
                "PDF");
        world.deliver(
                doctor,
                Letters.html(Letters.partnerResults("invalid.digest-mismatch"), "Compte rendu d'imagerie", LETTER),
                "CDA");
        world.deliver(
                doctor,
                Letters.result(Letters.laboratoryResults("untrusted.revoked"), "Resultat avec certificat revoque"),
                "HL7");
        world.deliver(doctor, Letters.result(Letters.laboratoryResults("pending"), "Resultat a confirmer"), "XDM");
        world.deliver(
                doctor,
                Letters.html(
                        Letters.results(
                                TestHome.AUTHSERV_ID,
                                new Origin.Operator("partenaire.mssante.test", "CN=x"),
                                "sealed",
                                Optional.empty(),
                                Seal.SEALED),
                        "Message chiffre",
                        LETTER));
        world.deliver(
                doctor,
                Letters.result(Letters.laboratoryResults("trusted"), "Resultats de biologie du 20/11/2026"),
                "HPRIM");
    }
}
