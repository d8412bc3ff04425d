package fr.sceau.bench.crypto;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import fr.sceau.bench.BenchException;
import java.security.cert.CertificateEncodingException;
import org.jspecify.annotations.Nullable;

/**
 * The same by OpenSSL's library, called as its command {@code openssl cms} does, but in this process and on a message in
 * memory: no start of a process and no file is measured. What lives as long as the process is never given back.
 */
final class OpenSslWork {
    private final Pointer key;
    private final Pointer certificate;
    private final Pointer recipients = LibCrypto.OPENSSL_sk_new_null();

    OpenSslWork(Material material) throws CertificateEncodingException {
        byte[] encodedKey = material.key().getEncoded();
        byte[] encoded = material.certificate().getEncoded();
        this.key = LibCrypto.d2i_AutoPrivateKey(null, new PointerByReference(memory(encodedKey)), encodedKey.length);
        this.certificate = LibCrypto.d2i_X509(null, new PointerByReference(memory(encoded)), encoded.length);
        LibCrypto.OPENSSL_sk_push(recipients, certificate);
    }

    private static Memory memory(byte[] bytes) {
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }

    /** @param message as {@code openssl cms} takes it: for signing and sealing the content */
    Work of(Operation operation, byte[] message) {
        Memory source = memory(message);
        return switch (operation) {
            case SIGN -> () -> sign(source);
            case VERIFY -> () -> verify(source);
            case SEAL_CBC -> () -> seal(source, LibCrypto.EVP_aes_256_cbc());
            case SEAL_GCM -> () -> seal(source, LibCrypto.EVP_aes_256_gcm());
            case OPEN_CBC, OPEN_GCM -> () -> open(source);
        };
    }

    private static Pointer reading(Memory source) {
        return LibCrypto.BIO_new_mem_buf(source, (int) source.size());
    }

    private Object sign(Memory source) {
        Pointer in = reading(source);
        int flags = LibCrypto.DETACHED | LibCrypto.STREAM;
        Pointer signed = required(LibCrypto.CMS_sign(certificate, key, null, in, flags));
        return written(signed, in, flags);
    }

    private Object seal(Memory source, Pointer cipher) {
        Pointer in = reading(source);
        Pointer sealed = required(LibCrypto.CMS_encrypt(recipients, in, cipher, LibCrypto.STREAM));
        return written(sealed, in, LibCrypto.STREAM);
    }

    private static Object written(Pointer cms, Pointer in, int flags) {
        Pointer out = LibCrypto.BIO_new(LibCrypto.BIO_s_null());
        int done = LibCrypto.SMIME_write_CMS(out, cms, in, flags);
        release(cms, in, out);
        return succeeded(done);
    }

    private static Object verify(Memory source) {
        Pointer in = reading(source);
        PointerByReference content = new PointerByReference();
        Pointer signed = required(LibCrypto.SMIME_read_CMS(in, content));
        Pointer out = LibCrypto.BIO_new(LibCrypto.BIO_s_null());
        int done = LibCrypto.CMS_verify(signed, null, null, content.getValue(), out, LibCrypto.NO_SIGNER_CERT_VERIFY);
        LibCrypto.BIO_free(content.getValue());
        release(signed, in, out);
        return succeeded(done);
    }

    /** Into memory: like us, a reader has to hold what it opens until the tag or the signature inside is checked. */
    private Object open(Memory source) {
        Pointer in = reading(source);
        Pointer sealed = required(LibCrypto.SMIME_read_CMS(in, null));
        Pointer out = LibCrypto.BIO_new(LibCrypto.BIO_s_mem());
        int done = LibCrypto.CMS_decrypt(sealed, key, certificate, null, out, 0);
        release(sealed, in, out);
        return succeeded(done);
    }

    private static void release(Pointer cms, Pointer in, Pointer out) {
        LibCrypto.CMS_ContentInfo_free(cms);
        LibCrypto.BIO_free(in);
        LibCrypto.BIO_free(out);
    }

    private static Pointer required(@Nullable Pointer made) {
        if (made == null) {
            throw new BenchException("OpenSSL a refusé le message");
        }
        return made;
    }

    private static Object succeeded(int done) {
        if (done != 1) {
            throw new BenchException("OpenSSL a échoué");
        }
        return done;
    }
}
