import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Records the AOT caches by running real commands against the real sandbox. What one cache records
 * is what one JVM did, so {@code dev.keyturn.cli.app.Training} runs all the commands of a cache.
 *
 * <p>An image without caches works, only slower: a training that fails is reported on stderr and
 * fails no build.
 */
final class Training {

  /** The one JVM of an image that loads another jar. */
  static final String SANDBOX = "sandbox";

  private static final String JAR = "lib/keyturn.jar";

  private static final String HOT = "hot";
  private static final String FULL = "full";

  /** Stands for the login with the code of the moment. */
  private static final String LOGIN = "login dev --code CODE";

  /** The endpoints of AWS have certificates of public authorities, the sandbox its own. */
  private static final String CERTIFICATES = "CERTIFICATES";

  /**
   * What is run, in this order. Which cache a line is for, the table of commands says. The login
   * comes first among those of its cache but for a logout, since it makes the session that the
   * others use; {@code serve} runs until it is asked to end, so it comes last.
   */
  private static final List<String> LINES =
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
          "exec dev -- true",
          "config get profile.dev.region",
          "config set profile.dev.output json",
          "config set profile.dev.output text",
          "config set profile.dev.s3.addressing_style path",
          "config set profile.new.region eu-central-1",
          "config get profile.dev.s3.addressing_style",
          "config unset profile.dev.output",
          "logout dev",
          LOGIN,
          "login admin",
          "login dev",
          "login plain",
          "login dev --no-save --role-session-name two --role-arn ROLE --role-arn ROLE"
              .replace("ROLE", Company.ROLE_ARN),
          "login --all",
          "whoami dev",
          "whoami admin --output json",
          "--version",
          "--help",
          "login --help",
          "status",
          "status dev",
          "status --output=json",
          "explain dev",
          "explain admin",
          "explain admin --output json",
          "explain plain",
          "config where",
          "store list",
          "store status",
          "config dump --output json",
          "config lint",
          "undo --list",
          "config get --output json profile.dev.region",
          "config set --section default output json",
          "config unset --section default output",
          "exec dev --server -- true",
          "serve dev");

  /** For all commands of a cache; a build must not hang. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final int ANSWER_MILLIS = 20_000;

  private final Path image;
  private final Path java;
  private final String build;

  /** The caches of {@code image}, whose names end in {@code build}, for the JVM {@code java}. */
  Training(Path image, Path java, String build) {
    this.image = image;
    this.java = java;
    this.build = build;
  }

  /** Whether nothing is left to record. */
  boolean isDone() {
    return Stream.of(HOT, FULL, SANDBOX).allMatch(this::isRecorded);
  }

  boolean isRecorded(String name) {
    return Files.exists(cache(name));
  }

  private Path cache(String name) {
    return image.resolve(name + "-" + build + ".aot");
  }

  void record() throws IOException, InterruptedException {
    Path homes = Files.createTempDirectory("keyturn-training");
    // AWS is asked over TLS, so that is what the commands record; the sandbox is mostly asked
    // without.
    try (Company company = startRecorded();
        Company secure = Company.start(java, sandbox(), List.of(), "--tls")) {
      Map<String, String> alice = secure.home(homes.resolve("alice"), Company.ALICE);
      Map<String, List<String>> lines = byCache();
      List<String> full = new ArrayList<>(List.of(CERTIFICATES));
      full.addAll(withCode(lines.get(FULL), secure));
      recordOne(FULL, alice, full, Training::ask);
      Map<String, String> bob = company.home(homes.resolve("bob"), Company.BOB);
      run(List.of(), bob, List.of(company.login(), "login admin", "whoami dev"));
      settle(homes.resolve("bob"));
      recordOne(HOT, bob, lines.get(HOT), (output, process) -> true);
    } catch (IOException failure) {
      System.err.println(
          "keyturn: starts will be slower, training failed: " + failure.getMessage());
    } finally {
      Image.delete(homes);
    }
    keepSandbox();
  }

  /** An answer is left for the launcher only where all files are some seconds old. */
  private static void settle(Path home) throws IOException {
    FileTime settled = FileTime.from(Instant.now().minusSeconds(60));
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, settled);
      }
    }
  }

  /** Records this image's sandbox alone, which commands of another image ask. */
  void recordSandbox(Training client) throws IOException, InterruptedException {
    Path homes = Files.createTempDirectory("keyturn-training");
    try (Company company = startRecorded()) {
      Map<String, String> alice = company.home(homes.resolve("alice"), Company.ALICE);
      client.run(List.of(), alice, withCode(client.byCache().get(FULL), company), Training::ask);
    } finally {
      Image.delete(homes);
    }
    keepSandbox();
  }

  private Company startRecorded() throws IOException {
    return Company.start(java, sandbox(), recording(unfinished(SANDBOX)));
  }

  private Path sandbox() {
    return image.resolve("sandbox/keyturn-sandbox.jar");
  }

  private void keepSandbox() throws IOException {
    if (Files.exists(unfinished(SANDBOX))) {
      Files.move(unfinished(SANDBOX), cache(SANDBOX), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Under another name until it is whole. */
  private Path unfinished(String name) {
    return image.resolve(name + "-" + build + ".aot.new");
  }

  /**
   * Without what the compiler learned: reading it costs more than it helps a run that ends at once.
   */
  private static List<String> recording(Path cache) {
    return List.of(
        "-XX:AOTCacheOutput=" + cache, "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");
  }

  private static List<String> withCode(List<String> lines, Company company) {
    return lines.stream().map(line -> line.equals(LOGIN) ? company.login() : line).toList();
  }

  private Map<String, List<String>> byCache() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(java.toString(), "-cp", image.resolve(JAR).toString()));
    command.add("dev.keyturn.cli.app.CachesOfLines");
    command.addAll(LINES);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().retainAll(Company.PLATFORM_VARIABLES);
    Process process = builder.start();
    List<String> caches = process.inputReader().lines().toList();
    if (process.waitFor() != 0 || caches.size() != LINES.size()) {
      throw new IOException("the caches of the commands are not known");
    }
    return IntStream.range(0, LINES.size())
        .boxed()
        .collect(groupingBy(caches::get, mapping(LINES::get, toList())));
  }

  private void recordOne(
      String name,
      Map<String, String> environment,
      List<String> commands,
      Conversation conversation)
      throws IOException, InterruptedException {
    Path cache = cache(name);
    System.out.println("keyturn: training " + cache.getFileName());
    Path unfinished = unfinished(name);
    try {
      run(recording(unfinished), environment, commands, conversation);
      Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** What is done with a running program. */
  private interface Conversation {
    /** Called every moment with what the program has printed; true when it may be left alone. */
    boolean with(Path output, Process process) throws IOException;
  }

  /** Asks an endpoint for its profile and for a role, which it has to assume, and ends it. */
  private static boolean ask(Path output, Process process) throws IOException {
    String variables = Files.readString(output);
    if (!variables.contains("AWS_CONFIG_FILE")) {
      return false;
    }
    URI endpoint = URI.create(value(variables, "AWS_CONTAINER_CREDENTIALS_FULL_URI"));
    for (String path :
        List.of(
            endpoint.getPath(),
            "/profile/admin",
            "/role-arn/" + Company.ROLE_ARN,
            "/healthz",
            "/none")) {
      HttpURLConnection connection =
          (HttpURLConnection) endpoint.resolve(path).toURL().openConnection();
      connection.setConnectTimeout(ANSWER_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      connection.setRequestProperty(
          "Authorization", value(variables, "AWS_CONTAINER_AUTHORIZATION_TOKEN"));
      connection.getResponseCode();
      connection.disconnect();
    }
    process.destroy();
    return true;
  }

  private static String value(String variables, String name) {
    String rest = variables.substring(variables.indexOf(name) + name.length() + "='".length());
    return rest.substring(0, rest.indexOf('\''));
  }

  private void run(List<String> options, Map<String, String> environment, List<String> commands)
      throws IOException, InterruptedException {
    run(options, environment, commands, (output, process) -> true);
  }

  private void run(
      List<String> options,
      Map<String, String> environment,
      List<String> commands,
      Conversation conversation)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("keyturn-training", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(java(options, commands)).redirectErrorStream(true);
      builder.environment().keySet().retainAll(Company.PLATFORM_VARIABLES);
      builder.environment().putAll(environment);
      Process process = builder.redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      try {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end
            && !conversation.with(output, process)
            && !process.waitFor(50, TimeUnit.MILLISECONDS)) {}
        process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } finally {
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
    List<String> command =
        new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of(
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED",
            "-Djdk.tls.namedGroups=x25519",
            "-Dkeyturn.home=" + image,
            "-Dkeyturn.build=" + build,
            "-Dkeyturn.launcher=/dev/null"));
    command.addAll(
        List.of("-Dpicocli.disable.closures=true", "-Dpicocli.converters.excludes=java[.].*"));
    command.addAll(options);
    command.addAll(List.of("-cp", image.resolve(JAR).toString(), "dev.keyturn.cli.app.Training"));
    command.addAll(commands);
    return command;
  }
}
