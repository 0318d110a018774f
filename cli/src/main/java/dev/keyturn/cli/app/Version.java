package dev.keyturn.cli.app;

/** The version of Keyturn. */
final class Version {

  private Version() {}

  /** The version in the jar's manifest; {@code dev} when it runs from classes. */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
