package fr.sceau.demo.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Accounts with new passwords, for the import and for people. */
final class AccountFiles {
    private static final String ACCOUNTS =
            "address\ttype\tcustody\tlabel\tstructure\tidnat\tlogin\tpassword\tdelegates\n";
    private static final String LOGINS = "login\tpassword\tname\tmailbox\n";

    private final StringBuilder accounts = new StringBuilder(ACCOUNTS);
    private final StringBuilder logins = new StringBuilder(LOGINS);

    void addAll(List<OwnBox> boxes, String hospital) {
        boxes.forEach(this::add);
        String password = Passwords.next();
        String name = "Leïla Benali, secrétaire";
        line(accounts, Cast.LEILA, "", "", name, hospital, "", Cast.LEILA, password, "");
        line(logins, Cast.LEILA_AT_CARDIOLOGY, password, name, Cast.CARDIOLOGY);
        line(logins, Cast.LEILA, password, name + " (Thunderbird : « Partages »)", "");
    }

    private void add(OwnBox box) {
        String password = box.login() ? Passwords.next() : "";
        line(
                accounts,
                box.address(),
                box.type(),
                box.held(),
                box.label(),
                box.structure(),
                box.holder().map(Professional::idNatPs).orElse(""),
                box.login() ? box.address() : "",
                password,
                box.delegates());
        if (box.login()) {
            line(logins, box.address(), password, box.label(), box.address());
        }
    }

    void write(Path folder) throws IOException {
        PrivateFile.write(folder.resolve("accounts.tsv"), accounts.toString().getBytes(StandardCharsets.UTF_8));
        PrivateFile.write(folder.resolve("logins.tsv"), logins.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder text, String... cells) {
        text.append(String.join("\t", cells)).append('\n');
    }
}
