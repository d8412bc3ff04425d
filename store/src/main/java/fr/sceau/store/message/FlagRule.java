package fr.sceau.store.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.mail.Flags;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;

/**
 * What a calculator does to any flags, found by asking it: bits to keep, bits to set, keywords to add, keywords to drop
 * (in lower case). James' calculator treats each flag by itself, so what it does to all flags at once tells the rule.
 */
record FlagRule(int keep, int set, boolean keepKeywords, List<String> add, List<String> drop) {
    private static final String PROBE = "sceau-probe";

    /** {@code known} are the keywords that messages of the mailbox can have. */
    static FlagRule of(FlagsUpdateCalculator calculator, List<String> known) {
        Flags all = new FlagSet(FlagSet.ALL, known).toFlags(List.of());
        all.add(PROBE);
        Flags left = calculator.buildNewFlags(all);
        FlagSet given = FlagSet.of(calculator.buildNewFlags(new Flags()));
        List<String> drop = new ArrayList<>();
        for (String keyword : known) {
            if (!left.contains(keyword)) {
                drop.add(keyword.toLowerCase(Locale.ROOT));
            }
        }
        return new FlagRule(FlagSet.of(left).mask(), given.mask(), left.contains(PROBE), given.keywords(), drop);
    }
}
