package fr.sceau.directory.client;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is to be said to somebody who is about to write to a mailbox: one thing, the gravest. */
public sealed interface Advice {
    /** Stable, for programs. */
    String code();

    /** One French sentence; empty when there is nothing to say. It names no address. */
    String sentence();

    /** Mailboxes that look right, the best first. */
    default List<Better> better() {
        return List.of();
    }

    /** Nothing speaks against it. */
    record Fine() implements Advice {
        @Override
        public String code() {
            return "fine";
        }

        @Override
        public String sentence() {
            return "";
        }
    }

    /** Neither in the directory nor ever written to with success: a slip of the keyboard, or a mailbox that is not published. */
    record Unknown() implements Advice {
        @Override
        public String code() {
            return "unknown";
        }

        @Override
        public String sentence() {
            return "Cette adresse n'est pas dans l'annuaire et rien n'y a encore été remis, que l'on sache : vérifiez-la.";
        }
    }

    /** Our mail has come back from it until it had to be believed. */
    record Dead(PastDeliveries past, List<Better> better) implements Advice {
        public Dead {
            better = List.copyOf(better);
        }

        @Override
        public String code() {
            return "dead";
        }

        @Override
        public String sentence() {
            String last = past.lastSuccess()
                    .map(success -> "plus rien n'y est remis depuis le " + day(success))
                    .orElse("rien n'y a jamais été remis");
            return "Cette boîte semble fermée : " + last + failure(past) + ".";
        }
    }

    /** The national directory has named it and does not name it any more. */
    record Withdrawn(LocalDate since, List<Better> better) implements Advice {
        public Withdrawn {
            better = List.copyOf(better);
        }

        @Override
        public String code() {
            return "withdrawn";
        }

        @Override
        public String sentence() {
            return "L'annuaire national ne publie plus cette boîte depuis le " + FRENCH.format(since) + ".";
        }
    }

    /** It does not take documents of these formats. */
    record Unfit(Set<Format> refused, List<Better> better) implements Advice {
        public Unfit {
            refused = Set.copyOf(refused);
            better = List.copyOf(better);
        }

        @Override
        public String code() {
            return "unfit";
        }

        @Override
        public String sentence() {
            String formats = refused.stream().sorted().map(Format::label).collect(Collectors.joining(", "));
            return "Cette boîte ne déclare pas prendre en charge ce que vous joignez (" + formats + ").";
        }
    }

    /** Software reads it, and there is nothing for software in the message. */
    record Unread(List<Better> better) implements Advice {
        public Unread {
            better = List.copyOf(better);
        }

        @Override
        public String code() {
            return "unread";
        }

        @Override
        public String sentence() {
            return "Cette boîte est celle d'un logiciel : un courrier sans document structuré risque de n'y être lu par personne.";
        }
    }

    /** @param maxOctets that it declares to take */
    record TooLarge(long maxOctets, List<Better> better) implements Advice {
        public TooLarge {
            better = List.copyOf(better);
        }

        @Override
        public String code() {
            return "too-large";
        }

        @Override
        public String sentence() {
            return "Cette boîte ne déclare prendre que des messages de " + Math.max(1, maxOctets / 1_000)
                    + " ko au plus.";
        }
    }

    /** No larger a message has been refused for its size, and none as large has passed since. */
    record OnceTooLarge(Oversize refused, List<Better> better) implements Advice {
        public OnceTooLarge {
            better = List.copyOf(better);
        }

        @Override
        public String code() {
            return "once-too-large";
        }

        @Override
        public String sentence() {
            return "Un message de " + Math.max(1, refused.octets() / 1_000)
                    + " ko pour cette boîte a été refusé pour sa taille le " + day(refused.at()) + ".";
        }
    }

    /** Our last mail to it came back; that may pass. */
    record Failing(PastDeliveries past, List<Better> better) implements Advice {
        public Failing {
            better = List.copyOf(better);
        }

        @Override
        public String code() {
            return "failing";
        }

        @Override
        public String sentence() {
            return "Le dernier message pour cette boîte n'a pas pu être remis" + failure(past) + ".";
        }
    }

    /** It is the right one, and what is sent to it is wanted on paper too: its holder has not gone paperless (« zéro papier »). */
    record PaperWanted() implements Advice {
        @Override
        public String code() {
            return "paper";
        }

        @Override
        public String sentence() {
            return "Selon l'annuaire national, ce correspondant n'accepte pas le « zéro papier » : il attend aussi l'envoi papier.";
        }
    }

    private static String failure(PastDeliveries past) {
        String when = past.lastFailure()
                .map(failure -> "dernier refus le " + day(failure))
                .orElse("refus");
        return " (" + when + (past.code().isEmpty() ? "" : ", code " + past.code()) + ")";
    }

    private static String day(Instant instant) {
        return FRENCH.format(instant.atZone(ZoneId.of("Europe/Paris")));
    }

    DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/yyyy");
}
