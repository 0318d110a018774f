package dev.keyturn.cli.app;

/** Which Keyturn this is. */
final class Version {

  private Version() {}

  /** The version in the jar's manifest; {@code dev} when it runs from classes. */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
