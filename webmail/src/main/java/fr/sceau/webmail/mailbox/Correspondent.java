package fr.sceau.webmail.mailbox;

/** A name and an address as a header field shows them; the name may be empty and proves nothing. */
public record Correspondent(String name, String address) {}
