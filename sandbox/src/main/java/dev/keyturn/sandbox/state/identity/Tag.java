package dev.keyturn.sandbox.state.identity;

/** A tag of a device, user, role or session. */
public record Tag(String key, String value) {}
