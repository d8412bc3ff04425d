package fr.sceau.mailets.trace;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/** {@code %maskedEx} of {@code conf/logback.xml}: stack traces, texts of exceptions included, without patient identity. */
public final class MaskingThrowableConverter extends ThrowableProxyConverter {
    /** The texts of James' mailbox exceptions hold names of folders, and a name may hold anything, line ends too. */
    private static final Pattern FOLDER = Pattern.compile(
            "(org\\.apache\\.james\\.mailbox\\.exception\\.\\w+: ).*?(?=\\R\\s+(?:at |\\.\\.\\. )|\\R(?:Caused|Wrapped) by: |\\z)",
            Pattern.DOTALL);

    @Override
    public String convert(ILoggingEvent event) {
        return Masking.mask(FOLDER.matcher(super.convert(event)).replaceAll("$1***"));
    }
}
