package fr.sceau.agent;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Tells whether a person looks at the output as it comes. */
final class Terminal {
    private Terminal() {}

    static boolean isInteractive() {
        @SuppressWarnings("SystemConsoleNull") // newer platforms are asked below
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** Since Java 22 there is a console even for a pipe, and a method to ask it; on 17 a console is a terminal. */
    private static boolean isTerminal(Console console) {
        try {
            @Nullable Object answer = Console.class.getMethod("isTerminal").invoke(console);
            return Boolean.TRUE.equals(answer);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
