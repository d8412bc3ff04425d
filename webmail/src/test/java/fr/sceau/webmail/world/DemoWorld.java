package fr.sceau.webmail.world;

import fr.sceau.smime.facts.Seal;
import fr.sceau.webmail.Main;
import java.io.IOException;
import java.util.Optional;

/** Starts the webmail over a seeded world in memory, to look at the pages: the HTTPS port as the only argument. */
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
        for (int i = 1; i <= 130; i++) {
            result(world, "trusted", "Ancien resultat " + i, "HPRIM");
        }
        world.deliver(MailWorld.DOCTOR, Letters.html("", "Message sans constat", LETTER));
        letter(world, "unsigned", Seal.CLEAR, "Lettre de sortie", "LETTRE", "PDF");
        letter(world, "invalid.digest-mismatch", Seal.CLEAR, "Compte rendu d'imagerie", "CDA");
        result(world, "untrusted.revoked", "Resultat avec certificat revoque", "HL7");
        result(world, "pending", "Resultat a confirmer", "XDM");
        letter(world, "sealed", Seal.SEALED, "Message chiffre");
        result(world, "trusted", "Resultats de biologie du 20/11/2026", "HPRIM");
    }

    private static void result(MailWorld world, String code, String subject, String... keywords) {
        world.deliver(MailWorld.DOCTOR, Letters.result(Letters.laboratoryResults(code), subject), keywords);
    }

    private static void letter(MailWorld world, String code, Seal seal, String subject, String... keywords) {
        String results = Letters.results(TestHome.AUTHSERV_ID, Letters.partner(), code, Optional.empty(), seal);
        world.deliver(MailWorld.DOCTOR, Letters.html(results, subject, LETTER), keywords);
    }
}
