package fr.sceau.server.backup;

import fr.sceau.server.ServerException;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.Pkcs12;
import fr.sceau.smime.trust.CertificatePurpose;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The key pair of backups: its certificate is with the installation, its private key is not. */
public final class BackupKey {
    /** Where the installation has the certificate. */
    public static final String CERTIFICATE = "conf/backup.cer";

    private static final X500Principal NAME = new X500Principal("CN=Sauvegarde Sceau");
    private static final Duration VALIDITY = Duration.ofDays(20 * 366); // backups are kept for long
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int RSA_BITS = 3072;

    private BackupKey() {}

    /** A certificate file, PEM or DER, whose key is meant for encryption. */
    public static X509Certificate certificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            if (!CertificatePurpose.holdsContentKeys(certificate)) {
                throw new ServerException("Ce certificat n'est pas prévu pour chiffrer : " + file);
            }
            return certificate;
        } catch (IOException | GeneralSecurityException e) {
            throw new ServerException("Certificat de sauvegarde absent ou illisible : " + file, e);
        }
    }

    /** The decryption keys of a PKCS#12 file. */
    public static List<DecryptionKey> keys(Path file, String password) {
        try {
            List<DecryptionKey> keys = Pkcs12.read(file, password.toCharArray()).decryption();
            if (keys.isEmpty()) {
                throw new ServerException("Aucune clé de déchiffrement dans " + file);
            }
            return keys;
        } catch (SmimeException e) {
            throw new ServerException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Makes a pair: the private key into a new PKCS#12 file, the certificate into {@code certificate}. */
    public static void create(Path p12, Path certificate, String password, Clock clock) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            KeyPair pair = generator.generateKeyPair();
            X509Certificate own = selfSigned(pair, clock.instant());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("sauvegarde", pair.getPrivate(), password.toCharArray(), new Certificate[] {own});
            ByteArrayOutputStream key = new ByteArrayOutputStream();
            store.store(key, password.toCharArray());
            write(p12, key.toByteArray(), certificate, own.getEncoded());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new ServerException("La clé de sauvegarde ne peut pas être écrite : " + p12 + ", " + certificate, e);
        }
    }

    /** Both or none, on the disk: no backup can be made for a key that a power cut then takes away. */
    private static void write(Path p12, byte[] key, Path certificate, byte[] own) throws IOException {
        NewFile.write(p12, key, OWNER_ONLY);
        try {
            NewFile.write(certificate, own);
        } catch (IOException | RuntimeException e) {
            Files.delete(p12);
            throw e;
        }
    }

    /** A file that only its owner reads and that was not there before. */
    static OutputStream newPrivateFile(Path file) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY));
    }

    private static X509Certificate selfSigned(KeyPair pair, Instant now)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                NAME,
                new BigInteger(127, new SecureRandom()),
                Date.from(now),
                Date.from(now.plus(VALIDITY)),
                NAME,
                pair.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment)); // RFC 5280 4.2.1.3
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }
}
