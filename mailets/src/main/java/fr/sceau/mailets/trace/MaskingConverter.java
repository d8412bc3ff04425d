package fr.sceau.mailets.trace;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Arrays;
import org.slf4j.helpers.MessageFormatter;

/** {@code %maskedMsg} of {@code conf/logback.xml}: the message without patient identity. */
public final class MaskingConverter extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return Masking.mask(namesFolders(event) ? withoutNames(event) : super.convert(event))
                .stripTrailing(); // James ends some with a line of their own
    }

    /** James tells refused IMAP commands with the name of the folder: people name folders after patients. */
    private static boolean namesFolders(ILoggingEvent event) {
        String logger = event.getLoggerName();
        return logger.startsWith("org.apache.james.imap.") || logger.startsWith("org.apache.james.mailbox.");
    }

    private static String withoutNames(ILoggingEvent event) {
        Object[] arguments = event.getArgumentArray() == null ? new Object[0] : event.getArgumentArray();
        Object[] shown = Arrays.stream(arguments).map(MaskingConverter::shown).toArray();
        return MessageFormatter.arrayFormat(event.getMessage(), shown).getMessage();
    }

    /** Numbers of folders and messages are shown, and no word. */
    private static Object shown(Object argument) {
        boolean number = !(argument instanceof CharSequence)
                && String.valueOf(argument).chars().allMatch(Character::isDigit);
        return number ? argument : "***";
    }
}
