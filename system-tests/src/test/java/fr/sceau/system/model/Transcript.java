package fr.sceau.system.model;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last commands of all clients in the order of their ends, for who has to find out what happened. */
final class Transcript {
    private static final int KEPT = 400;
    private static final int WIDTH = 240;

    private final Deque<String> lines = new ArrayDeque<>();
    private final long origin = System.nanoTime();
    private long commands;

    synchronized void add(String who, Exchange exchange) {
        commands++;
        StringBuilder text = new StringBuilder(String.format(
                "%9.3f-%9.3f %s > %s", seconds(exchange.start()), seconds(exchange.end()), who, exchange.command()));
        exchange.lines().forEach(line -> text.append("\n        ").append(cut(line.text())));
        text.append("\n        = ").append(cut(exchange.status()));
        lines.add(text.toString());
        if (lines.size() > KEPT) {
            lines.remove();
        }
    }

    synchronized void note(String text) {
        lines.add(String.format("%9.3f ---- %s", seconds(System.nanoTime()), text));
    }

    synchronized long commands() {
        return commands;
    }

    synchronized String text() {
        return String.join("\n", lines);
    }

    private double seconds(long nanos) {
        return (nanos - origin) / 1e9;
    }

    private static String cut(String text) {
        return text.length() > WIDTH ? text.substring(0, WIDTH) + "…" : text;
    }
}
