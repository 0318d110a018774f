package dev.keyturn.cli.transcript;

import java.io.File;
import java.nio.file.Path;

/** What the tests run, in Maven's folder {@code target} or in the one that {@code ./dev} names. */
public final class BuildOutput {

  private static final String FOLDER = System.getProperty("build.folder", "target");

  /** Of this module. */
  public static final Path CLASSES = Path.of(FOLDER, "classes").toAbsolutePath();

  /** Of the sandbox, with the libraries that it uses. */
  public static final String SANDBOX_CLASS_PATH =
      Path.of("..", "sandbox", FOLDER, "classes").toAbsolutePath()
          + File.pathSeparator
          + Path.of("..", "sandbox", "target", "lib", "*").toAbsolutePath();

  /** The packaged program; that of {@code ./dev} has no AOT caches. */
  public static final Path IMAGE = Path.of(FOLDER, "keyturn").toAbsolutePath();

  /** What a user of {@link #IMAGE} starts. */
  public static final Path LAUNCHER = IMAGE.resolve("bin/keyturn");

  private BuildOutput() {}
}
