package fr.sceau.webmail.mailbox;

/** Login and password, as the mail servers want them. */
public record Credentials(String login, Password password) {}
