package fr.sceau.agent.batch;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import fr.sceau.agent.mail.ServerTrust;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.keys.Pkcs12;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.TrustAnchors;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The keys and trusts of a batch, all read before anything is sent. */
record BatchKeys(SigningKey signingKey, ServerTrust serverTrust, Optional<PathValidator> validator) {

    static BatchKeys load(BatchOptions options) throws AgentException {
        ServerTrust trust = options.serverTrust().isPresent()
                ? ServerTrust.load(options.serverTrust().get(), options.serverTrustPassword())
                : ServerTrust.ofPlatform();
        return new BatchKeys(signingKey(options), trust, validator(options));
    }

    private static SigningKey signingKey(BatchOptions options) throws AgentException {
        try {
            char[] password = options.signingKeyPassword().reveal().toCharArray();
            return Pkcs12.read(options.signingKey(), password)
                    .signingAt(Instant.now())
                    .orElseThrow(() -> new AgentException(
                            ExitCode.USAGE,
                            "aucune clé de signature valable aujourd'hui dans " + options.signingKey()));
        } catch (SmimeException e) {
            throw new AgentException(ExitCode.USAGE, "clé de signature : " + e.getMessage(), e);
        }
    }

    private static Optional<PathValidator> validator(BatchOptions options) throws AgentException {
        if (options.certificateTrust().isEmpty()) {
            return Optional.empty();
        }
        Path folder = options.certificateTrust().get();
        try {
            CrlCache crls = new CrlCache(folder.resolve("crl"));
            return Optional.of(new PathValidator(TrustAnchors.load(folder), crls, options.testCertificates()));
        } catch (SmimeException e) {
            throw new AgentException(ExitCode.USAGE, "autorités des certificats : " + e.getMessage(), e);
        }
    }
}
