package fr.sceau.mailets.verify;

import fr.sceau.smime.fetch.SourceWatch;
import fr.sceau.smime.trust.SourceOutcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator when a source of revocation data begins to fail, fails otherwise, or works again; not each time. */
final class SourceLog implements SourceWatch {
    private static final Logger LOGGER = LoggerFactory.getLogger(SourceLog.class);
    private static final int MOST_ADDRESSES = 1_000;

    private final Map<String, SourceOutcome> last = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SourceOutcome> eldest) {
            return size() > MOST_ADDRESSES;
        }
    });

    @Override
    public void asked(String address, SourceOutcome outcome) {
        @Nullable SourceOutcome before = last.put(address, outcome);
        if (outcome.isGood()) {
            if (before == null || !before.isGood()) {
                LOGGER.info("revocation source {}: {}", address, outcome.code());
            }
        } else if (before != outcome) {
            LOGGER.warn("revocation source {}: {}", address, outcome.code());
        }
    }
}
