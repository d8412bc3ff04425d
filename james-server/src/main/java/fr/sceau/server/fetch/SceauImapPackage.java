package fr.sceau.server.fetch;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import org.apache.james.imap.processor.fetch.FetchProcessor;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.utils.ClassName;

/** James' commands of IMAP with our FETCH in the place of James'. */
public final class SceauImapPackage implements ImapPackage {
    private static final ClassName THEIRS = new ClassName(FetchProcessor.class.getCanonicalName());
    private static final ClassName OURS = new ClassName(SummaryFetchProcessor.class.getCanonicalName());

    @Override
    public Collection<ClassName> processors() {
        return DEFAULT.processors().stream()
                .map(each -> each.equals(THEIRS) ? OURS : each)
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public Collection<ClassName> decoders() {
        return DEFAULT.decoders();
    }

    @Override
    public Collection<ClassName> encoders() {
        return ImmutableList.<ClassName>builder()
                .addAll(DEFAULT.encoders())
                .add(new ClassName(FetchedMessageEncoder.class.getCanonicalName()))
                .build();
    }
}
