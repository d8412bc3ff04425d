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

    /** Writes a message in its window, with real keys. */
    static final String WRITING = """
            const {MailServices} = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
            const pause = millis => new Promise(go => setTimeout(go, millis));
            const until = async ready => { for (let i = 0; i < 200 && !ready(); i++) { await pause(100); } };
            const writing = () => Services.wm.getMostRecentWindow("msgcompose");
            const begun = async () => {
                MailServices.compose.OpenComposeWindow(null, null, null, Ci.nsIMsgCompType.New,
                    Ci.nsIMsgCompFormat.PlainText, MailServices.accounts.defaultAccount.defaultIdentity, null, null);
                await until(() => writing()?.gMsgCompose && writing().document.getElementById("toAddrInput"));
                await pause(3000);
            };
            const field = () => writing().document.getElementById("toAddrInput");
            const press = key => {
                const keys = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
                keys.beginInputTransactionForTests(writing());
                const event = new (writing().KeyboardEvent)("", key == "Enter"
                    ? {key, code: key, keyCode: 13} : {key});
                keys.keydown(event);
                keys.keyup(event);
            };
            const typed = async text => {
                if (!writing()) { await begun(); }
                field().focus();
                for (const key of text) { press(key); await pause(100); }
                const offers = () => field().controller.matchCount;
                await until(() => offers() > 0 && field().controller.searchStatus >= 3);
                return Array.from({length: offers()}, (any, i) => field().controller.getValueAt(i)).join("\\n");
            };
            const taken = async () => {
                press("Enter");
                await until(() => writing().document.querySelector("mail-address-pill"));
                return writing().document.querySelector("mail-address-pill")?.emailAddress ?? "";
            };
            const certified = async address => {
                const here = writing();
                here.gSMFields ??= Cc["@mozilla.org/messengercompose/composesecure;1"]
                    .createInstance(Ci.nsIMsgComposeSecure);
                await here.checkRecipientCerts([address]);
                return here.gSMFields.haveValidCertForEmail(address);
            };
            """;

    private Scripts() {}
}
