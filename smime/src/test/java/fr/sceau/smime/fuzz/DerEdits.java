package fr.sceau.smime.fuzz;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Makes an object of what the fuzzer gives. Even first octet: the rest as it is. Odd: the next octet chooses an object of the
 * world, what follows are changes to its elements, so that lengths fit and the change is what the reader gets to see.
 */
final class DerEdits {
    private static final int MOST_ELEMENTS = 3_000;
    private static final int MOST_COPIES = 32;

    private final List<Tlv> objects;

    DerEdits(List<byte[]> objects) {
        this.objects = objects.stream().map(Tlv::parse).toList();
    }

    /** An input that changes nothing. */
    static byte[] asItIs(byte[] object) {
        byte[] input = new byte[object.length + 1];
        System.arraycopy(object, 0, input, 1, object.length);
        return input;
    }

    byte[] apply(byte[] input) {
        if (input.length < 2 || input[0] % 2 == 0) {
            return input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
        }
        ByteBuffer script = ByteBuffer.wrap(input, 1, input.length - 1);
        Tlv object = objects.get((script.get() & 0xff) % objects.size()).copy();
        while (script.remaining() >= 4) {
            List<Tlv> all = object.all();
            if (all.size() > MOST_ELEMENTS) {
                break;
            }
            int action = script.get() & 0xff;
            Tlv element = all.get((script.getShort() & 0xffff) % all.size());
            edit(object, element, action, script);
        }
        return object.encoded();
    }

    private void edit(Tlv root, Tlv element, int action, ByteBuffer script) {
        int argument = script.get() & 0xff;
        switch (action % 9) {
            case 0 -> siblings(root, element).remove(element);
            case 1 -> repeat(siblings(root, element), element, 1 + argument % MOST_COPIES);
            case 2 -> element.content = octets(script, argument);
            case 3 -> element.tag = new byte[] {(byte) argument};
            case 4 -> element.indefinite = !element.indefinite;
            case 5 -> become(element, other(root, argument, script));
            case 6 -> element.children.add(Math.min(argument, element.children.size()), other(root, argument, script));
            case 7 -> flip(element, argument);
            default -> Collections.rotate(element.children, argument);
        }
    }

    private static List<Tlv> siblings(Tlv root, Tlv element) {
        return root.all().stream()
                .map(parent -> parent.children)
                .filter(children -> children.stream().anyMatch(child -> child == element))
                .findFirst()
                .orElseGet(ArrayList::new);
    }

    private static void repeat(List<Tlv> siblings, Tlv element, int times) {
        int at = Math.max(0, siblings.indexOf(element));
        for (int i = 0; i < times; i++) {
            siblings.add(at, element.copy());
        }
    }

    private static byte[] octets(ByteBuffer script, int wanted) {
        byte[] octets = new byte[Math.min(wanted, script.remaining())];
        script.get(octets);
        return octets;
    }

    /** A copy of an element of this or of another object. */
    private Tlv other(Tlv root, int argument, ByteBuffer script) {
        Tlv from = argument < 128 ? root : objects.get(argument % objects.size());
        List<Tlv> all = from.all();
        int at = script.remaining() >= 2 ? script.getShort() & 0xffff : argument;
        return all.get(at % all.size()).copy();
    }

    private static void become(Tlv element, Tlv other) {
        element.tag = other.tag;
        element.children = other.children;
        element.content = other.content;
        element.indefinite = other.indefinite;
    }

    private static void flip(Tlv element, int argument) {
        if (element.content.length > 0) {
            element.content[argument % element.content.length] ^= (byte) (1 << argument % 8);
        }
    }
}
