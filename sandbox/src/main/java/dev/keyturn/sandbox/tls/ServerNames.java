package dev.keyturn.sandbox.tls;

import java.net.InetAddress;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the server is called.
 *
 * @param address where it listens, which its certificate has besides 127.0.0.1
 * @param always the names that its certificate has
 * @param onDemand other names, for which a certificate is made when a client asks for it
 */
public record ServerNames(InetAddress address, Set<String> always, Predicate<String> onDemand) {}
