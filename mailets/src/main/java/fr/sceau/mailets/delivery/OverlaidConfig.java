package fr.sceau.mailets.delivery;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.mailet.MailetConfig;
import org.apache.mailet.MailetContext;
import org.jspecify.annotations.Nullable;

/** The configuration of a mailet of James' that one of ours drives: ours, with some values decided by us. */
final class OverlaidConfig implements MailetConfig {
    private final MailetConfig below;
    private final Map<String, String> above;

    OverlaidConfig(MailetConfig below, Map<String, String> above) {
        this.below = below;
        this.above = Map.copyOf(above);
    }

    @Override
    public @Nullable String getInitParameter(String name) {
        String decided = above.get(name);
        return decided != null ? decided : below.getInitParameter(name);
    }

    @Override
    public Iterator<String> getInitParameterNames() {
        Set<String> names = new LinkedHashSet<>(above.keySet());
        below.getInitParameterNames().forEachRemaining(names::add);
        return names.iterator();
    }

    @Override
    public MailetContext getMailetContext() {
        return below.getMailetContext();
    }

    @Override
    public String getMailetName() {
        return below.getMailetName();
    }
}
