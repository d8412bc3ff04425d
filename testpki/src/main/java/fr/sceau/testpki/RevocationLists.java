package fr.sceau.testpki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What has been revoked, and the signed lists that say so. Safe for use by several threads. */
final class RevocationLists {
    /** Long enough that a demonstration left running over a week keeps verifying. */
    static final Duration LIFE = Duration.ofDays(10);

    private final List<Revocation> revocations = new ArrayList<>();

    record Revocation(String authority, BigInteger serial, Instant at) {}

    synchronized void add(Revocation revocation) {
        revocations.add(revocation);
    }

    synchronized List<Revocation> all() {
        return List.copyOf(revocations);
    }

    Map<String, byte[]> publish(Collection<Authority> authorities, Instant at) {
        Map<String, byte[]> lists = new LinkedHashMap<>();
        authorities.forEach(authority -> lists.put(authority.code() + ".crl", publish(authority, at)));
        return lists;
    }

    private byte[] publish(Authority authority, Instant at) {
        Instant thisUpdate = at.truncatedTo(ChronoUnit.SECONDS);
        try {
            X509Certificate issuer = authority.certificate();
            X509v2CRLBuilder builder = new JcaX509v2CRLBuilder(issuer, Date.from(thisUpdate));
            builder.setNextUpdate(Date.from(thisUpdate.plus(LIFE)));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()));
            // RFC 5280 5.2.3: numbers increase; one list per millisecond is enough here
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(at.toEpochMilli())));
            all().stream()
                    .filter(one -> one.authority().equals(authority.code()))
                    .forEach(one -> builder.addCRLEntry(one.serial(), Date.from(one.at()), CRLReason.keyCompromise));
            return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(authority.key()))
                    .getEncoded();
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new TestPkiException("revocation list not made for " + authority.code(), e);
        }
    }
}
