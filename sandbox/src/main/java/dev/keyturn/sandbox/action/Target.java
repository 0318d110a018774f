package dev.keyturn.sandbox.action;

/**
 * What a request is for, as faults and the log name it.
 *
 * @param action empty when the request names none
 */
public record Target(String service, String action) {}
