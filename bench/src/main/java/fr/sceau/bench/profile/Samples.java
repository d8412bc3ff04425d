package fr.sceau.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Samples of running Java code, counted three ways: by the package that pays (the innermost one that is not the JDK's), by
 * the innermost method, and by every method of ours or of the mail server's on the stack.
 */
final class Samples {
    private static final int DEPTH = 5;

    private final Map<String, Integer> packages = new HashMap<>();
    private final Map<String, Integer> innermost = new HashMap<>();
    private final Map<String, Integer> anywhere = new HashMap<>();
    private int count;

    static Samples read(Path recording) throws IOException {
        Samples samples = new Samples();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples.add(event.getStackTrace().getFrames());
                }
            }
        }
        return samples;
    }

    int count() {
        return count;
    }

    Map<String, Integer> packages() {
        return packages;
    }

    Map<String, Integer> innermost() {
        return innermost;
    }

    Map<String, Integer> anywhere() {
        return anywhere;
    }

    private void add(List<RecordedFrame> frames) {
        if (frames.isEmpty()) {
            return;
        }
        count++;
        innermost.merge(name(frames.get(0).getMethod()), 1, Integer::sum);
        Set<String> seen = new HashSet<>();
        boolean payer = false;
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            if (!payer && !isJdk(type)) {
                packages.merge(packageOf(type), 1, Integer::sum);
                payer = true;
            }
            if (type.startsWith("fr.sceau.") || type.startsWith("org.apache.james.")) {
                seen.add(name(frame.getMethod()));
            }
        }
        if (!payer) {
            packages.merge(
                    "JDK " + packageOf(frames.get(0).getMethod().getType().getName()), 1, Integer::sum);
        }
        seen.forEach(method -> anywhere.merge(method, 1, Integer::sum));
    }

    private static boolean isJdk(String type) {
        return type.startsWith("java.")
                || type.startsWith("javax.crypto")
                || type.startsWith("javax.net")
                || type.startsWith("jdk.")
                || type.startsWith("sun.")
                || type.startsWith("com.sun.crypto");
    }

    private static String packageOf(String type) {
        String[] parts = type.split("\\.");
        int length = Math.min(DEPTH, parts.length - 1);
        return String.join(".", List.of(parts).subList(0, Math.max(1, length)));
    }

    private static String name(RecordedMethod method) {
        String type = method.getType().getName();
        return type + "." + method.getName();
    }
}
