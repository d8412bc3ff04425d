package fr.sceau.smime.engine;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import java.util.Optional;

/** Amazon Corretto Crypto Provider: its classes are on the class path where somebody put them there, or nowhere. */
final class Corretto {
    private Corretto() {}

    /** Taken only if its native library is loaded and computes what it should. */
    static Accelerator load() {
        AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        if (provider.getLoadingError() != null) {
            return Accelerator.none(provider.getName() + " does not load on this system");
        }
        if (provider.runSelfTests() != SelfTestStatus.PASSED) {
            return Accelerator.none(provider.getName() + " failed its own tests");
        }
        return new Accelerator(Optional.of(provider), provider.getName() + " " + provider.getVersionStr());
    }
}
