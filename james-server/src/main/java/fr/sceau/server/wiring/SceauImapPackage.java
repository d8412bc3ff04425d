package fr.sceau.server.wiring;

import com.google.common.collect.ImmutableList;
import fr.sceau.server.fetch.FetchedMessageEncoder;
import fr.sceau.server.fetch.SummaryFetchProcessor;
import fr.sceau.server.selection.CloseProcessor;
import fr.sceau.server.selection.CopyProcessor;
import fr.sceau.server.selection.ExamineProcessor;
import fr.sceau.server.selection.ExpungeProcessor;
import fr.sceau.server.selection.IdleProcessor;
import fr.sceau.server.selection.Modified;
import fr.sceau.server.selection.MoveProcessor;
import fr.sceau.server.selection.SelectProcessor;
import fr.sceau.server.selection.StoreProcessor;
import java.util.Collection;
import java.util.Map;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.utils.ClassName;

/** James' commands of IMAP, with ours in the place of those that depend on what a session has selected. */
final class SceauImapPackage implements ImapPackage {
    private static final Map<String, Class<?>> OURS = Map.of(
            "CloseProcessor", CloseProcessor.class,
            "CopyProcessor", CopyProcessor.class,
            "ExamineProcessor", ExamineProcessor.class,
            "ExpungeProcessor", ExpungeProcessor.class,
            "FetchProcessor", SummaryFetchProcessor.class,
            "IdleProcessor", IdleProcessor.class,
            "MoveProcessor", MoveProcessor.class,
            "SelectProcessor", SelectProcessor.class,
            "StoreProcessor", StoreProcessor.class);

    @Override
    public Collection<ClassName> processors() {
        return DEFAULT.processors().stream().map(SceauImapPackage::ours).collect(ImmutableList.toImmutableList());
    }

    private static ClassName ours(ClassName theirs) {
        String name = theirs.getName().substring(theirs.getName().lastIndexOf('.') + 1);
        return OURS.containsKey(name) ? new ClassName(OURS.get(name).getCanonicalName()) : theirs;
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
                .add(new ClassName(Modified.Encoder.class.getName()))
                .build();
    }
}
