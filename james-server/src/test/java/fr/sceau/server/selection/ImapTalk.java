package fr.sceau.server.selection;

import fr.sceau.store.imap.StoreHost;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.mpt.api.Session;

/** One client that is logged in. */
final class ImapTalk {
    private final Session session;
    private int tag;

    ImapTalk(StoreHost host) throws Exception {
        host.addUser(Username.of("claire"), "secret");
        session = host.newSession(null);
        session.start();
        session.readLine();
        command("LOGIN claire secret");
    }

    void stop() throws Exception {
        session.stop();
    }

    /** The answer's lines, the tagged one last. */
    List<String> command(String text) throws Exception {
        String mark = "a" + ++tag;
        session.writeLine(mark + " " + text);
        return until(mark);
    }

    void append(String mailbox, String text) throws Exception {
        String mark = "a" + ++tag;
        session.writeLine(mark + " APPEND " + mailbox + " {" + (14 + text.length()) + "+}");
        session.writeLine("Subject: x");
        session.writeLine("");
        session.writeLine(text);
        until(mark);
    }

    private List<String> until(String mark) throws Exception {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(session.readLine());
        } while (!lines.get(lines.size() - 1).startsWith(mark + " "));
        return lines;
    }
}
