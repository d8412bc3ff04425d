package fr.sceau.system.thunderbird;

/** JavaScript that runs inside Thunderbird. */
final class Scripts {
    /** What the others are made of. */
    static final String TOOLS = """
            const {MailServices} = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
            const server = MailServices.accounts.getIncomingServer("server1");
            const named = name => server.rootFolder.descendants.find(
                one => one.QueryInterface(Ci.nsIMsgImapMailFolder).onlineName == name);
            const folder = name => { const found = named(name);
                if (!found) { throw new Error("no folder " + name); } return found; };
            const finished = work => new Promise(yes => setTimeout(yes, 8000, "late") && work({
                OnStartRunningUrl() {},
                OnStopRunningUrl(url, status) { yes(status); },
                QueryInterface: ChromeUtils.generateQI(["nsIUrlListener"])}));
            const message = (name, id) => [...folder(name).messages].find(one => one.messageId == id);
            """;

    /** Reads a whole message as its window would. */
    static final String READER = """
            const read = (name, id) => new Promise(yes => {
                const uri = folder(name).getUriForMsg(message(name, id));
                let size = 0;
                MailServices.messageServiceFromURI(uri).streamMessage(uri, {
                    onStartRequest() {},
                    onDataAvailable(request, input, offset, count) {
                        const stream = Cc["@mozilla.org/scriptableinputstream;1"]
                            .createInstance(Ci.nsIScriptableInputStream);
                        stream.init(input);
                        stream.read(count);
                        size += count;
                    },
                    onStopRequest() { yes(size); },
                    QueryInterface: ChromeUtils.generateQI(["nsIStreamListener"])
                }, null, null, false, "", false);
            });
            """;

    private Scripts() {}
}
