package fr.sceau.system.thunderbird;

import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.Child;
import fr.sceau.system.installation.TestSceau;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A running Thunderbird with the account of one person, on a screen of its own. */
public final class Thunderbird implements Closeable {
    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private final Child screen;
    private final Child program;
    private final Marionette inside;
    private final Path pixels;

    private Thunderbird(Child screen, Child program, Marionette inside, Path pixels) {
        this.screen = screen;
        this.pixels = pixels;
        this.program = program;
        this.inside = inside;
    }

    /** Starts it with an account of that login, whose password and authorities it then knows. */
    public static Thunderbird start(TestSceau sceau, Path folder, String login, String password) throws IOException {
        int display = freeDisplay();
        int port = freePort();
        Path profile = Files.createDirectories(folder.resolve("profile"));
        new Profile()
                .account(login, "localhost", sceau.port("imaps.port"))
                .directory(
                        "ldap://127.0.0.1:" + sceau.port("directory.port") + "/o=annuaire-sante??sub?(objectclass=*)")
                .remoteControl(port)
                .write(profile);
        Child screen = sceau.start(
                "xvfb",
                List.of(
                        "Xvfb",
                        ":" + display,
                        "-screen",
                        "0",
                        "1280x900x24",
                        "-nolisten",
                        "tcp",
                        "-fbdir",
                        folder.toString()));
        Await.until("a screen", LONGEST_START, () -> Files.exists(Path.of("/tmp/.X11-unix/X" + display)));
        Child program = sceau.start("thunderbird", command(display, folder, profile));
        Thunderbird thunderbird = new Thunderbird(screen, program, connect(port), folder.resolve("Xvfb_screen0"));
        thunderbird.trust(sceau.installation().path("trust", "anchors"), "C,C,");
        thunderbird.trust(sceau.installation().path("trust", "intermediates"), ",,");
        thunderbird.remember(login, password);
        return thunderbird;
    }

    private static List<String> command(int display, Path folder, Path profile) {
        return List.of(
                "env",
                "DISPLAY=:" + display,
                "HOME=" + folder,
                "MOZ_CRASHREPORTER_DISABLE=1",
                "LIBGL_ALWAYS_SOFTWARE=1",
                "thunderbird",
                "--marionette",
                "-remote-allow-system-access",
                "--no-remote",
                "-profile",
                profile.toString());
    }

    private static Marionette connect(int port) throws IOException {
        Await.until("Thunderbird's remote control", LONGEST_START, () -> listens(port));
        return Marionette.connect(port);
    }

    private void trust(Path authorities, String how) throws IOException {
        try (Stream<Path> files = Files.list(authorities)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".cer")).toList()) {
                String der = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
                inside.run("Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB)"
                        + ".addCertFromBase64('" + der + "', '" + how + "'); return '';");
            }
        }
    }

    private void remember(String login, String password) throws IOException {
        inside.run(Scripts.TOOLS
                + "const info = Cc['@mozilla.org/login-manager/loginInfo;1'].createInstance(Ci.nsILoginInfo);"
                + "info.init('imap://localhost', null, 'imap://localhost', '" + login + "', '" + password
                + "', '', '');"
                + "await Services.logins.addLoginAsync(info); server.password = '" + password + "'; return '';");
    }

    /** Names of all folders as the server has them, after asking it for them again. */
    public List<String> folders() throws IOException {
        String names = inside.run(Scripts.TOOLS
                + "server.performExpand(null); await new Promise(go => setTimeout(go, 4000));"
                + "return server.rootFolder.descendants.map("
                + "one => one.QueryInterface(Ci.nsIMsgImapMailFolder).onlineName).join('\\n');");
        return names.lines().toList();
    }

    /** What the person sees of one message after the folder was brought up to date; empty when it is not there. */
    public String message(String folder, String messageId) throws IOException {
        return inside.run(Scripts.TOOLS
                + "await finished(listener => folder('" + folder + "').updateFolderWithListener(null, listener));"
                + "const found = message('" + folder + "', '" + messageId + "');"
                + "return found ? (found.isRead ? 'read' : 'unread') + (found.isFlagged ? ' flagged' : '') : '';");
    }

    /** Stars or unstars a message. */
    public void flag(String folder, String messageId, boolean flagged) throws IOException {
        inside.run(Scripts.TOOLS + "folder('" + folder + "').markMessagesFlagged([message('" + folder + "', '"
                + messageId + "')], " + flagged + "); return '';");
    }

    /** Moves a message to another folder. */
    public void move(String folder, String messageId, String target) throws IOException {
        inside.run(Scripts.TOOLS + "MailServices.copy.copyMessages(folder('" + folder + "'), [message('" + folder
                + "', '" + messageId + "')], folder('" + target + "'), true, null, null, false); return '';");
    }

    /** Opens a message as a click does, so that its body is fetched; gives how many bytes came. */
    public long open(String folder, String messageId) throws IOException {
        return Long.parseLong(inside.run(
                Scripts.TOOLS + Scripts.READER + "return await read('" + folder + "', '" + messageId + "');"));
    }

    /** Ends all its connections: the next look at a folder selects it anew. */
    public void reconnect() throws IOException {
        inside.run(Scripts.TOOLS + "server.closeCachedConnections(); return '';");
    }

    /** Begins a message and types into the field of recipients, key by key; gives what is offered, as the list shows it. */
    public List<String> type(String text) throws IOException {
        return inside.run(Scripts.WRITING + "return await typed('" + text + "');")
                .lines()
                .toList();
    }

    /** Takes the first that is offered; gives the recipient that the message has then. */
    public String takeFirst() throws IOException {
        return inside.run(Scripts.WRITING + "return await taken();");
    }

    /** Ends the message that was begun. */
    public void discard() throws IOException {
        inside.run(Scripts.WRITING + "writing().gContentChanged = false; writing().close(); return '';");
    }

    /** Looks for a certificate to seal for somebody as Thunderbird does before sending; whether it has a valid one then. */
    public boolean findsCertificate(String address) throws IOException {
        return inside.run(Scripts.WRITING + "return String(await certified('" + address + "'));")
                .equals("true");
    }

    /** Keeps a picture of the whole screen. */
    public void screen(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(XwdImage.read(pixels), "png", file.toFile());
    }

    /** Shows a folder and its first message in the window and keeps a picture of it. */
    public void picture(String folder, Path file) throws IOException {
        inside.run(Scripts.TOOLS + "const win = Services.wm.getMostRecentWindow('mail:3pane');"
                + "const tab = win.document.getElementById('tabmail').currentAbout3Pane;"
                + "tab.displayFolder(folder('" + folder + "').URI); await new Promise(go => setTimeout(go, 3000));"
                + "tab.threadTree.selectedIndex = 0; await new Promise(go => setTimeout(go, 3000)); return '';");
        Files.createDirectories(file.getParent());
        Files.write(file, inside.picture());
    }

    private static int freeDisplay() {
        int display = 90;
        while (Files.exists(Path.of("/tmp/.X11-unix/X" + display))) {
            display++;
        }
        return display;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false; // not yet
        }
    }

    @Override
    public void close() {
        try {
            inside.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            program.kill();
            screen.stop();
        }
    }
}
