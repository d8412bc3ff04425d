package fr.sceau.store.imap;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.james.mpt.api.ImapHostSystem;
import org.apache.james.mpt.protocol.FileProtocolSessionBuilder;
import org.apache.james.mpt.protocol.ProtocolSession;
import org.apache.james.mpt.script.SimpleScriptedTestProtocol;

/** A script of James' that gives an index behind the store time to follow; here nothing is behind. */
final class ScriptWithoutWaiting extends SimpleScriptedTestProtocol {
    private static final String SCRIPTS = "/org/apache/james/imap/scripts/";

    ScriptWithoutWaiting(ImapHostSystem host) throws Exception {
        super(SCRIPTS, host);
    }

    @Override
    public void addTestFile(String name, ProtocolSession session) throws Exception {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(SCRIPTS + name), name)) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^WAIT \\d+$", "");
            new FileProtocolSessionBuilder()
                    .addProtocolLinesFromStream(
                            new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)), session, name);
        }
    }
}
