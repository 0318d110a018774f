package dev.keyturn.cli.adapter.keychain;

/**
 * A value of D-Bus that carries its own type.
 *
 * @param signature the type
 * @param value the value
 */
record Variant(String signature, Object value) {

  static Variant of(String text) {
    return new Variant("s", text);
  }
}
