package dev.keyturn.sandbox.state;

/** A tag of a device, user, role or session. */
public record Tag(String key, String value) {}
