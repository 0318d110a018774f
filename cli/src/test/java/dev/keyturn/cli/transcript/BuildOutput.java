package dev.keyturn.cli.transcript;

import java.nio.file.Path;

/** What the tests run, in Maven's folder {@code target} or in the one that {@code ./dev} names. */
public final class BuildOutput {

  private static final String FOLDER = System.getProperty("build.folder", "target");

  /** Of this module. */
  public static final Path CLASSES = Path.of(FOLDER, "classes").toAbsolutePath();

  /** Of the sandbox. */
  public static final Path SANDBOX_CLASSES =
      Path.of("..", "sandbox", FOLDER, "classes").toAbsolutePath();

  /** The packaged program; that of {@code ./dev} has no AOT caches. */
  public static final Path IMAGE = Path.of(FOLDER, "keyturn").toAbsolutePath();

  /** What a user of {@link #IMAGE} starts. */
  public static final Path LAUNCHER = IMAGE.resolve("bin/keyturn");

  private BuildOutput() {}
}
