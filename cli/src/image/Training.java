import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records the two AOT caches by running real commands against the real sandbox. What one cache records is what one JVM
 * did, so {@code dev.keyturn.app.Training} runs all the commands of a cache.
 *
 * <p>An image without caches works, only slower: a training that fails is told on stderr and fails no build.
 */
final class Training {

  private static final List<String> HOT =
      List.of(
          "status dev --check",
          "status --check plain",
          "status admin --check",
          "status dev --short",
          "status --short plain",
          "credential-process dev",
          "credential-process admin",
          "credential-process plain",
          "env dev",
          "env dev --format fish",
          "exec dev -- true");

  private static final List<String> FULL_BEFORE_LOGIN =
      List.of(
          "--version",
          "--help",
          "login --help",
          "status",
          "explain dev",
          "explain admin --output json",
          "config where",
          "config dump --output json",
          "config get profile.dev.region",
          "config set profile.dev.output json",
          "config unset profile.dev.output");

  private static final List<String> FULL_AFTER_LOGIN =
      List.of(
          "login admin",
          "login dev",
          "login plain",
          "status",
          "status --output json",
          "explain plain",
          "whoami dev",
          "whoami admin --output json",
          "logout admin",
          "logout dev");

  private final Path image;
  private final List<Path> classPath;

  Training(Path image, List<Path> classPath) {
    this.image = image;
    this.classPath = classPath;
  }

  void record(Path hot, Path full) throws IOException, InterruptedException {
    Path homes = Files.createTempDirectory("keyturn-training");
    try (Company company = Company.start(image.resolve("sandbox/keyturn-sandbox.jar"))) {
      Map<String, String> alice = company.home(homes.resolve("alice"), Company.ALICE);
      recordOne(full, alice, full(company.login()));
      Map<String, String> bob = company.home(homes.resolve("bob"), Company.BOB);
      run(List.of(), bob, List.of(company.login(), "login admin"));
      recordOne(hot, bob, HOT);
    } catch (IOException failure) {
      System.err.println("keyturn: starts will be slower, training failed: " + failure.getMessage());
    } finally {
      Image.delete(homes);
    }
  }

  private static List<String> full(String login) {
    return Stream.of(FULL_BEFORE_LOGIN, List.of(login), FULL_AFTER_LOGIN).flatMap(List::stream).toList();
  }

  private void recordOne(Path cache, Map<String, String> environment, List<String> commands)
      throws IOException, InterruptedException {
    System.out.println("keyturn: training " + cache.getFileName());
    try {
      run(List.of("-XX:AOTCacheOutput=" + cache), environment, commands);
    } catch (IOException failure) {
      Files.deleteIfExists(cache);
      throw failure;
    }
  }

  private void run(List<String> options, Map<String, String> environment, List<String> commands)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("keyturn-training", ".log");
    try {
      ProcessBuilder builder = new ProcessBuilder(java(options, commands)).redirectErrorStream(true);
      builder.environment().keySet().retainAll(Company.PLATFORM_VARIABLES);
      builder.environment().putAll(environment);
      Process process = builder.redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
      if (process.exitValue() != 0) {
        System.out.print(Files.readString(output));
        throw new IOException("a command failed, exit " + process.exitValue());
      }
    } finally {
      Files.delete(output);
    }
  }

  /** The flags that decide whether a cache is accepted are those of launch.sh. */
  private List<String> java(List<String> options, List<String> commands) {
    List<String> command = new ArrayList<>(List.of(Company.JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Xlog:disable", "-Dkeyturn.home=" + image, "-Dkeyturn.launcher=/dev/null"));
    command.addAll(options);
    String separator = System.getProperty("path.separator");
    command.addAll(List.of("-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(separator))));
    command.add("dev.keyturn.app.Training");
    command.addAll(commands);
    return command;
  }
}
