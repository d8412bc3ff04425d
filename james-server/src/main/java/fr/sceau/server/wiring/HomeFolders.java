package fr.sceau.server.wiring;

import fr.sceau.server.ServerConfiguration;
import java.nio.file.Path;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.filesystem.api.JamesDirectoriesProvider;
import org.apache.james.server.core.configuration.Configuration;

/** Where James finds its files in an installation: {@code conf/} and, for queue and parked mail, {@code james/}. */
record HomeFolders(Path home) implements Configuration, JamesDirectoriesProvider {
    @Override
    public ConfigurationPath configurationPath() {
        return new ConfigurationPath(FileSystem.FILE_PROTOCOL_AND_CONF);
    }

    @Override
    public JamesDirectoriesProvider directories() {
        return this;
    }

    @Override
    public String getAbsoluteDirectory() {
        return "/";
    }

    @Override
    public String getConfDirectory() {
        return home.resolve("conf") + "/";
    }

    @Override
    public String getVarDirectory() {
        return home.resolve("james") + "/";
    }

    @Override
    public String getRootDirectory() {
        return home.toString();
    }

    /** Ports and sizes stand once, in {@code sceau.properties}: James' XML files name them as <code>${sys:sceau.…}</code>. */
    void nameListeners(ServerConfiguration configuration) {
        configuration
                .ports()
                .keySet()
                .forEach(key -> System.setProperty("sceau.listen." + key, configuration.listen(key)));
        System.setProperty("sceau.message.max-bytes", Long.toString(configuration.maxMessageBytes()));
        long kilobytes = (configuration.maxMessageBytes() + 1023) / 1024; // James counts in these
        System.setProperty("sceau.message.max-kilobytes", Long.toString(kilobytes));
        System.setProperty("sceau.domain", configuration.domains().get(0));
        System.setProperty("james.exit.on.startup.error", "false"); // Main says why, then exits
        System.setProperty("james.protocols.mdc.hostname", "false"); // no reverse DNS for each connection
    }
}
