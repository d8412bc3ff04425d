package fr.sceau.demo.world;

import fr.sceau.demo.DemoException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everybody in the invented registry. */
final class Population {
    private final Map<String, Structure> structures;
    private final Map<String, String> labels;
    private final List<Professional> professionals;
    private final List<Service> services;

    /** A mailbox of a service. */
    record Service(String address, Structure structure, String name) {}

    Population() {
        structures = Table.read(Population.class, "structures.tsv").stream()
                .map(Structure::of)
                .collect(Collectors.toMap(Structure::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        labels = Table.read(Population.class, "labels.tsv").stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.get("code"), row -> row.get("label")));
        professionals = Table.read(Population.class, "professionals.tsv").stream()
                .map(row -> Professional.of(row, structures))
                .toList();
        services = Table.read(Population.class, "services.tsv").stream()
                .map(this::service)
                .toList();
    }

    private Service service(Table.Row row) {
        Structure structure = structure(row.get("structure"));
        return new Service(row.get("mailbox") + "@" + structure.domain(), structure, row.get("service"));
    }

    List<Professional> professionals() {
        return professionals;
    }

    List<Service> services() {
        return services;
    }

    Structure structure(String key) {
        return Objects.requireNonNull(structures.get(key), key);
    }

    /** The label of a nomenclature code; empty for no code. */
    String label(String code) {
        return code.isEmpty() ? "" : Objects.requireNonNull(labels.get(code), code);
    }

    /** The professional with this mailbox. */
    Professional holderOf(String address) {
        return professionals.stream()
                .filter(one -> one.mailbox().filter(address::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new DemoException("personne n'a la boîte " + address));
    }
}
