package fr.sceau.agent.mail;

import fr.sceau.agent.Secret;

/**
 * How to reach and enter one service of the operator.
 *
 * @param host also the name that its certificate must bear
 */
public record ServerAccess(String host, int port, TlsMode tls, String login, Secret password) {}
