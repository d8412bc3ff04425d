package fr.sceau.mailets.trace;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import fr.sceau.mailets.KnownOutage;
import java.util.regex.Pattern;

/** {@code %maskedEx} of {@code conf/logback.xml}: stack traces, texts of exceptions included, without patient identity. */
public final class MaskingThrowableConverter extends ThrowableProxyConverter {
    /** The texts of James' mailbox exceptions hold names of folders, and a name may hold anything, line ends too. */
    private static final Pattern FOLDER = Pattern.compile(
            "(org\\.apache\\.james\\.mailbox\\.exception\\.\\w+: ).*?(?=\\R\\s+(?:at |\\.\\.\\. )|\\R(?:Caused|Wrapped) by: |\\z)",
            Pattern.DOTALL);

    @Override
    public String convert(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null && thrown.getClassName().equals(KnownOutage.class.getName())) {
            return ""; // James has put its text into the line
        }
        return Masking.mask(FOLDER.matcher(super.convert(event)).replaceAll("$1***"));
    }
}
