package fr.sceau.system.thunderbird;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A profile with one IMAP account, that asks nothing at its start and goes nowhere but to the server under test. */
final class Profile {
    private static final String QUIET = """
            app.update.enabled false
            app.donation.eoy.version.viewed 999
            datareporting.policy.dataSubmissionEnabled false
            datareporting.policy.dataSubmissionPolicyBypassNotification true
            mail.provider.enabled false
            mail.provider.suppress_dialog_on_startup true
            mail.rights.version 1
            mail.shell.checkDefaultClient false
            mail.spotlight.firstRunDone true
            mail.winsearch.firstRunDone true
            mailnews.start_page.enabled false
            mail.biff.show_alert false
            mail.biff.play_sound false
            network.captive-portal-service.enabled false
            network.connectivity-service.enabled false
            network.manage-offline-status false
            offline.autoDetect false
            extensions.update.enabled false
            extensions.getAddons.cache.enabled false
            browser.safebrowsing.malware.enabled false
            browser.safebrowsing.phishing.enabled false
            security.OCSP.enabled 0
            services.settings.server "http://127.0.0.1:9/"
            toolkit.telemetry.enabled false
            mail.inappnotifications.enabled false
            mail.inappnotifications.url ""
            """;

    private final Map<String, String> settings = new LinkedHashMap<>();

    Profile() {
        QUIET.lines().forEach(line -> settings.put(line.split(" ")[0], line.split(" ")[1]));
        set("mail.accountmanager.accounts", "account1,account2");
        set("mail.accountmanager.defaultaccount", "account1");
        set("mail.accountmanager.localfoldersserver", "server2");
        set("mail.account.account1.server", "server1");
        set("mail.account.account1.identities", "id1");
        set("mail.account.account2.server", "server2");
        set("mail.server.server2.type", "none");
        set("mail.server.server2.hostname", "Local Folders");
        set("mail.server.server2.userName", "nobody");
    }

    /** IMAP over TLS with a password; connects when it is told to. */
    Profile account(String login, String host, int port) {
        set("mail.server.server1.type", "imap");
        set("mail.server.server1.hostname", host);
        set("mail.server.server1.port", port);
        set("mail.server.server1.userName", login);
        set("mail.server.server1.name", login);
        set("mail.server.server1.socketType", 3);
        set("mail.server.server1.authMethod", 3);
        set("mail.server.server1.login_at_startup", false);
        set("mail.server.server1.check_new_mail", false);
        set("mail.identity.id1.fullName", login);
        set("mail.identity.id1.useremail", login);
        set("mail.identity.id1.valid", true);
        return this;
    }

    /** Completes recipients, and looks for their certificates, there. Everything else is as Thunderbird comes. */
    Profile directory(String uri) {
        set("ldap_2.servers.sceau.description", "Annuaire");
        set("ldap_2.servers.sceau.dirType", 0);
        set("ldap_2.servers.sceau.filename", "sceau.sqlite");
        set("ldap_2.servers.sceau.uri", uri);
        set("ldap_2.autoComplete.useDirectory", true);
        set("ldap_2.autoComplete.directoryServer", "ldap_2.servers.sceau");
        return this;
    }

    Profile remoteControl(int port) {
        set("marionette.port", port);
        return this;
    }

    Path write(Path folder) throws IOException {
        String lines = settings.entrySet().stream()
                .map(entry -> "user_pref(\"" + entry.getKey() + "\", " + entry.getValue() + ");\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("user.js"), lines);
        return folder;
    }

    private void set(String key, String value) {
        settings.put(key, "\"" + value + "\"");
    }

    private void set(String key, int value) {
        settings.put(key, Integer.toString(value));
    }

    private void set(String key, boolean value) {
        settings.put(key, Boolean.toString(value));
    }
}
