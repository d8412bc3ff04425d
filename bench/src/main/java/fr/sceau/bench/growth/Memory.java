package fr.sceau.bench.growth;

import fr.sceau.bench.measure.Jcmd;
import fr.sceau.demo.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory of the mail server: resident, and what a full collection leaves in the heap. */
record Memory(long residentMegabytes, long heapMegabytes) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    static Memory of(Installation installation) throws IOException, InterruptedException {
        Jcmd jcmd = new Jcmd(installation);
        long resident = Files.readAllLines(Path.of("/proc", jcmd.pid(), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
        jcmd.ask("GC.run");
        Matcher used = USED.matcher(jcmd.ask("GC.heap_info"));
        long heap = 0;
        for (int generation = 0; generation < 2 && used.find(); generation++) { // young, then old
            heap += Long.parseLong(used.group(1));
        }
        return new Memory(resident / 1024, heap / 1024);
    }

    @Override
    public String toString() {
        return "%d Mo résidents, %d Mo de tas après ramassage".formatted(residentMegabytes, heapMegabytes);
    }
}
