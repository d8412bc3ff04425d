package fr.sceau.store;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.store.database.Database;
import fr.sceau.store.database.Sql;
import fr.sceau.store.postgres.PostgresFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * One PostgreSQL for all tests of a JVM, in a temporary folder, without fsync. A shell watches over it: when the JVM ends,
 * however it ends, the server is stopped and the folder removed.
 */
public final class TestPostgres {
    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OTHER_USER = "nobody"; // PostgreSQL refuses to run as root
    private static final String WATCH =
            // A signal to the whole process group ends the server and must not end who cleans up after it.
            "trap : TERM INT HUP; dir=$1; shift; \"$@\" >\"$dir/log\" 2>&1 </dev/null & pid=$!; read -r _; kill -QUIT $pid; wait $pid;"
                    + " rm -rf \"$dir\"";
    private static final TestPostgres SERVER = new TestPostgres();

    private final Path folder;
    private final int port;
    private final Process watch;
    private final HikariDataSource pool;

    private TestPostgres() {
        try {
            folder = Files.createTempDirectory("sceau-test-postgres-");
            port = freePort();
            prepareCluster();
            watch = start();
            awaitReady();
            pool = Database.open(url(), "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All tables are there and empty. The pool is shared by all tests of the JVM: do not close it. */
    public static DataSource fresh() {
        SERVER.truncate();
        return SERVER.pool;
    }

    /** Another pool on the same database, as a second node would have it; the caller closes it. */
    public static HikariDataSource secondPool() {
        return Database.open(SERVER.url(), "postgres", "");
    }

    /** A new empty database without any table. */
    public static String emptyDatabase(String name) {
        new Sql(SERVER.pool).update("DROP DATABASE IF EXISTS " + name);
        new Sql(SERVER.pool).update("CREATE DATABASE " + name);
        return SERVER.url().replaceAll("/postgres$", "/" + name);
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private void truncate() {
        Sql sql = new Sql(pool);
        String tables = String.join(
                ", ",
                sql.query(
                        "SELECT quote_ident(tablename) FROM pg_tables"
                                + " WHERE schemaname = 'public' AND tablename <> 'schema_version' ORDER BY 1",
                        row -> row.getString(1)));
        emptied(sql, "TRUNCATE " + tables + " RESTART IDENTITY", TRIES);
    }

    /** A thread of the test before may still be in a statement of its own, and one of the two has to give way. */
    private static void emptied(Sql sql, String truncate, int tries) {
        try {
            sql.update(truncate);
        } catch (StoreException e) {
            if (!e.transientFailure() || tries == 1) {
                throw e;
            }
            emptied(sql, truncate, tries - 1);
        }
    }

    private void prepareCluster() throws IOException, InterruptedException {
        PostgresFiles.unpackInto(folder.resolve("programs"));
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = Files.createDirectory(folder.resolve("data"));
        if (isRoot()) {
            Files.setOwner(
                    data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OTHER_USER));
        }
        Process initdb = new ProcessBuilder(asOtherUser(
                        program("initdb"),
                        "-D",
                        data.toString(),
                        "-U",
                        "postgres",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--no-sync",
                        "--no-instructions"))
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("initdb.log").toFile())
                .start();
        if (initdb.waitFor() != 0) {
            throw new IOException("initdb failed: " + Files.readString(folder.resolve("initdb.log")));
        }
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", WATCH, "sh", folder.toString()));
        command.addAll(
                asOtherUser(program("postgres"), "-D", folder.resolve("data").toString(), "-p", "" + port));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "shared_buffers=48MB",
                "max_connections=150")) {
            command.add("-c");
            command.add(setting);
        }
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = DriverManager.getConnection(url(), "postgres", "")) {
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end || !watch.isAlive()) {
                    throw new IOException("postgres did not start: " + Files.readString(folder.resolve("log")), e);
                }
                Thread.sleep(50);
            }
        }
    }

    private String program(String name) {
        return folder.resolve("programs/bin").resolve(name).toString();
    }

    private static List<String> asOtherUser(String... command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("setpriv", "--reuid", OTHER_USER, "--regid", "65534", "--clear-groups", "--"));
        }
        all.addAll(Arrays.asList(command));
        return all;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
