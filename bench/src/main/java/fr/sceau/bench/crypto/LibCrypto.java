package fr.sceau.bench.crypto;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** What is called of OpenSSL 3, under its names; see its manual, section 3. */
@SuppressWarnings("checkstyle:MethodName")
final class LibCrypto {
    static final int DETACHED = 0x40;
    static final int STREAM = 0x1000;
    static final int NO_SIGNER_CERT_VERIFY = 0x20;

    static {
        Native.register(NativeLibrary.getInstance("libcrypto.so.3"));
    }

    private LibCrypto() {}

    static native String OpenSSL_version(int what);

    static native Pointer BIO_new_mem_buf(Pointer bytes, int length);

    static native Pointer BIO_new(Pointer method);

    static native Pointer BIO_s_null();

    static native Pointer BIO_s_mem();

    static native int BIO_free(@Nullable Pointer bio);

    static native Pointer d2i_AutoPrivateKey(@Nullable Pointer into, PointerByReference bytes, long length);

    static native Pointer d2i_X509(@Nullable Pointer into, PointerByReference bytes, long length);

    static native Pointer OPENSSL_sk_new_null();

    static native int OPENSSL_sk_push(Pointer stack, Pointer element);

    static native Pointer EVP_aes_256_cbc();

    static native Pointer EVP_aes_256_gcm();

    static native @Nullable Pointer CMS_sign(
            Pointer certificate, Pointer key, @Nullable Pointer others, Pointer in, int flags);

    static native @Nullable Pointer CMS_encrypt(Pointer certificates, Pointer in, Pointer cipher, int flags);

    static native int SMIME_write_CMS(Pointer out, Pointer cms, Pointer in, int flags);

    static native @Nullable Pointer SMIME_read_CMS(Pointer in, @Nullable PointerByReference content);

    static native int CMS_verify(
            Pointer cms,
            @Nullable Pointer certificates,
            @Nullable Pointer store,
            @Nullable Pointer content,
            Pointer out,
            int flags);

    static native int CMS_decrypt(
            Pointer cms, Pointer key, Pointer certificate, @Nullable Pointer content, Pointer out, int flags);

    static native void CMS_ContentInfo_free(Pointer cms);
}
