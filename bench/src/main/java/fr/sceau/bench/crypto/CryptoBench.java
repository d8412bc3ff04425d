package fr.sceau.bench.crypto;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One operation by one peer, over and over, in one thread. JMH starts a process for each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CryptoBench {
    @Param("OPENSSL")
    Peer peer = Peer.OPENSSL;

    @Param("SIGN")
    Operation operation = Operation.SIGN;

    @Param("RSA_2048")
    KeyKind kind = KeyKind.RSA_2048;

    @Param("10240")
    int octets;

    @Param("")
    String folder = "";

    private Work work = () -> "";

    /** Reads key and message, both made before. */
    @Setup
    public void prepare() throws Exception {
        Path place = Path.of(folder);
        Material material = Material.read(place, kind);
        Messages messages = new Messages(place, kind, octets);
        work = peer == Peer.OPENSSL
                ? new OpenSslWork(material).of(operation, messages.forOpenSsl(operation))
                : new SceauWork(material).of(operation, messages.forSceau(operation));
    }

    /** What is measured. */
    @Benchmark
    public Object once() throws Exception {
        return work.once();
    }
}
