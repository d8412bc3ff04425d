package fr.sceau.smime.fuzz;

import fr.sceau.smime.SmimeException;
import fr.sceau.smime.trust.FetchedAnswers;
import fr.sceau.smime.trust.FetchedLists;
import fr.sceau.smime.trust.OcspQuestion;
import fr.sceau.smime.trust.SourceOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;

/** Odd inputs are lists, even ones answers; never throws; what is kept says only what the authority signed. */
final class RevocationTarget implements Target {
    private static final URI ADDRESS = URI.create("http://crl.exemple.test/1");

    private final X509Certificate authority;
    private final X509Certificate holder;
    private final DerEdits lists;
    private final DerEdits answers;
    private final Path folder;
    private final Set<ByteBuffer> signed = new HashSet<>();

    RevocationTarget(FuzzWorld world) throws IOException, GeneralSecurityException, OCSPException, SmimeException {
        this.authority = world.certificate("revocation/authority.cer");
        this.holder = world.certificate("revocation/holder.cer");
        this.folder = Files.createTempDirectory("sceau-fuzz");
        List<byte[]> crls = world.contents("revocation", ".crl");
        List<byte[]> responses = world.contents("revocation", ".ocsp");
        for (byte[] crl : crls) {
            signed.add(ByteBuffer.wrap(list(crl).getTBSCertList()));
        }
        for (byte[] response : responses) {
            signed.add(ByteBuffer.wrap(answer(response).getTBSResponseData()));
        }
        this.lists = new DerEdits(crls);
        this.answers = new DerEdits(responses);
    }

    @Override
    public void check(byte[] octets) throws IOException, GeneralSecurityException, OCSPException {
        if (octets.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(octets, 1, octets.length);
        if (octets[0] % 2 == 0) {
            byte[] content = answers.apply(rest);
            SourceOutcome outcome =
                    new FetchedAnswers(fresh()).offer(new OcspQuestion(holder, authority), content, FuzzWorld.NOW);
            confirm(outcome, () -> answer(content).getTBSResponseData());
        } else {
            byte[] content = lists.apply(rest);
            SourceOutcome outcome =
                    new FetchedLists(fresh()).offer(ADDRESS, content, List.of(authority), FuzzWorld.NOW);
            confirm(outcome, () -> list(content).getTBSCertList());
        }
    }

    private interface Signed {
        byte[] octets() throws IOException, GeneralSecurityException, OCSPException;
    }

    private void confirm(SourceOutcome outcome, Signed content)
            throws IOException, GeneralSecurityException, OCSPException {
        if (outcome.isGood() && !signed.contains(ByteBuffer.wrap(content.octets()))) {
            throw new AssertionError("kept, and the authority never signed it");
        }
    }

    private Path fresh() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    private static X509CRL list(byte[] content) throws GeneralSecurityException {
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(content));
    }

    private static BasicOCSPResp answer(byte[] content) throws IOException, OCSPException {
        return (BasicOCSPResp) new OCSPResp(content).getResponseObject();
    }
}
