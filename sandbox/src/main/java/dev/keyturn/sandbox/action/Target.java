package dev.keyturn.sandbox.action;

/**
 * The target of a request, as named by faults and the log.
 *
 * @param action empty when the request names none
 */
public record Target(String service, String action) {}
