package fr.sceau.store.mailbox;

import org.apache.james.mailbox.model.MailboxConstants;
import org.apache.james.mailbox.model.search.ExactName;
import org.apache.james.mailbox.model.search.MailboxNameExpression;
import org.apache.james.mailbox.model.search.PrefixedRegex;

/** What all names that an expression can match begin with; less is never wrong, only slower. */
final class NamePrefix {
    private static final String DELIMITERS = MailboxConstants.DEFAULT_DELIMITER + "/"; // James' and our sessions'

    private NamePrefix() {}

    static String of(MailboxNameExpression expression) {
        String name = expression.getCombinedName();
        if (expression instanceof ExactName) {
            return name;
        }
        // Between base and pattern the combined name can have a delimiter that the matching names do not have.
        boolean delimiterIsUnsure = expression instanceof PrefixedRegex;
        int end = 0;
        while (end < name.length()
                && !isWildcard(expression, name.charAt(end))
                && !(delimiterIsUnsure && DELIMITERS.indexOf(name.charAt(end)) >= 0)) {
            end++;
        }
        return name.substring(0, end);
    }

    private static boolean isWildcard(MailboxNameExpression expression, char c) {
        return c == expression.getFreeWildcard() || c == expression.getLocalWildcard();
    }
}
