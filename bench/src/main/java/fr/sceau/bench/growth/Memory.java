package fr.sceau.bench.growth;

import fr.sceau.bench.BenchException;
import fr.sceau.demo.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory of the mail server: resident, and what a full collection leaves in the heap. */
record Memory(long residentMegabytes, long heapMegabytes) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    static Memory of(Installation installation) throws IOException, InterruptedException {
        String pid = Files.readString(installation.path("run", "james.pid")).split(" ")[0];
        long resident = Files.readAllLines(Path.of("/proc", pid, "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
        tool(pid, "GC.run");
        Matcher used = USED.matcher(tool(pid, "GC.heap_info"));
        long heap = 0;
        for (int generation = 0; generation < 2 && used.find(); generation++) { // young, then old
            heap += Long.parseLong(used.group(1));
        }
        return new Memory(resident / 1024, heap / 1024);
    }

    private static String tool(String pid, String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), pid, command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new BenchException("jcmd " + command + " : " + said);
        }
        return said;
    }

    @Override
    public String toString() {
        return "%d Mo résidents, %d Mo de tas après ramassage".formatted(residentMegabytes, heapMegabytes);
    }
}
