package dev.keyturn.domain.profile.plan;

/**
 * A file of certificates in PEM format.
 *
 * @param file its path, as written
 * @param place where it is named: a line of a file or a variable
 */
public record CaBundle(String file, String place) {}
