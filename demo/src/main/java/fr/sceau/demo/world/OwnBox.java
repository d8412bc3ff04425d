package fr.sceau.demo.world;

import java.util.Optional;

/**
 * A mailbox of the demonstration's operator.
 *
 * @param held who holds the key: OPERATOR or OWNER
 * @param login whether somebody logs in under this address
 * @param delegates addresses of those who open it under their own name, comma separated
 */
record OwnBox(
        String address,
        String type,
        String held,
        String label,
        String structure,
        Optional<Professional> holder,
        boolean smimeDeclared,
        boolean login,
        String delegates) {

    /** The line of {@code directory/own/mailboxes.tsv}. */
    String directoryLine(Population population) {
        return String.join(
                "\t",
                address,
                type,
                holder.map(Professional::idNatPs).orElse(""),
                structure,
                holder.map(Professional::family).orElse(""),
                holder.map(Professional::given).orElse(""),
                label,
                holder.map(one -> population.label(one.profession())).orElse(""),
                smimeDeclared ? "declared" : "");
    }
}
