package fr.sceau.server.backup;

import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.ServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The launcher's PostgreSQL in the folder of the restored installation, on a free port while it is being filled. */
final class LauncherPostgres implements DatabasePlace {
    private final Path script;
    private final Path home;
    private int port;

    LauncherPostgres(Path clone, Path home) {
        this.script = clone.resolve("libexec/postgres.sh");
        this.home = home;
    }

    @Override
    public DataSource start() throws IOException {
        port = freePort();
        run("start");
        return InstallationDatabase.source(
                port, ServerConfiguration.load(home).database().password());
    }

    @Override
    public void stop() throws IOException {
        if (port != 0) {
            run("stop");
            port = 0;
        }
    }

    private void run(String action) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", script.toString(), action));
        command.addAll(List.of(home.resolve("postgres").toString(), String.valueOf(port)));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new ServerException(
                        "PostgreSQL ne se laisse pas préparer dans " + home + " (action " + action + ")");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrompu", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
