package dev.keyturn.cli.app;

import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.UserFolders;
import dev.keyturn.cli.adapter.answer.HotAnswers;
import dev.keyturn.cli.adapter.answer.NotedVariables;
import dev.keyturn.cli.adapter.process.ChildProcesses;
import dev.keyturn.cli.adapter.terminal.StandardInput;
import dev.keyturn.cli.adapter.terminal.StandardStreams;
import dev.keyturn.cli.command.text.LocalClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user's home with Keyturn twice: the real launcher in a real shell, which says {@link #JAVA}
 * where it would start Java, and the program inside the test. Time passes by {@link #advance}: the
 * program's clock is moved, and whatever an answer says of times is dated back by as much, since
 * the shell has the real time.
 */
final class HotHome {

  /** What the launcher prints where it leaves the answer to Java. */
  static final String JAVA = "Java answers\n";

  static final String CONFIG =
      """
      [profile dev]
      region = us-east-1

      [profile admin]
      region = eu-west-1
      role_arn = arn:aws:iam::123456789012:role/admin
      source_profile = dev

      [profile plain]
      mfa_serial = arn:aws:iam::123456789012:mfa/alice
      """;

  private static final String CREDENTIALS =
      """
      [dev-long-term]
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      aws_mfa_device = arn:aws:iam::123456789012:mfa/alice

      [plain]
      aws_access_key_id = AKIAI44QH8DHBEXAMPLE
      aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
      """;

  private static final Pattern UNTIL = Pattern.compile("keyturn_until='([0-9]+)\\.");

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private Duration offset = Duration.ZERO;
  private String build = "one";

  /** What a run did. */
  record Outcome(int exit, String out, String err) {
    boolean isOfJava() {
      return out.equals(JAVA);
    }
  }

  HotHome(Path folder) {
    this.folder = folder;
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("PATH", "/usr/bin:/bin");
    write("config", CONFIG);
    write("credentials", CREDENTIALS);
    makeImage();
  }

  private void makeImage() {
    try {
      Path image = folder.resolve("image");
      Files.createDirectories(image.resolve("bin"));
      Files.createDirectories(image.resolve("jdk/bin"));
      Files.copy(Path.of("src/image/bin/keyturn"), image.resolve("bin/keyturn"));
      Files.copy(Path.of("src/image/hot.sh"), image.resolve("hot.sh"));
      Files.writeString(image.resolve("launch.sh"), "printf '" + JAVA.strip() + "\\n'\nexit 99\n");
      Path java = Files.writeString(image.resolve("jdk/bin/java"), "#!/bin/sh\n");
      Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
      configure();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void configure() throws IOException {
    Files.writeString(
        folder.resolve("image/launch.conf"),
        "keyturn_java_home=$keyturn_home/jdk\nkeyturn_build=" + build + "\n");
  }

  // --- the two programs --------------------------------------------------------------------------

  Outcome launcher(HotShell shell, String... words) {
    return run(new ProcessBuilder(line(shell, words)));
  }

  private List<String> line(HotShell shell, String... words) {
    List<String> line = new ArrayList<>(shell.command());
    line.add(folder.resolve("image/bin/keyturn").toString());
    line.addAll(List.of(words));
    return line;
  }

  /** The launcher, and the {@code end} of the line in the language of a shell. */
  ProcessBuilder shell(HotShell shell, String[] words, String end) {
    return new ProcessBuilder("/bin/sh", "-c", String.join(" ", line(shell, words)) + end);
  }

  Process start(HotShell shell, String... words) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line(shell, words));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  Outcome run(ProcessBuilder builder) {
    Path err = folder.resolve("stderr");
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.directory(folder.toFile());
    try {
      Process process = builder.redirectError(Redirect.to(err.toFile())).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), out, Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The program, which leaves its answer. */
  Outcome java(String... words) {
    return java(build, words);
  }

  /** What the program answers; it leaves nothing. */
  Outcome expected(String... words) {
    return java("", words);
  }

  private Outcome java(String ofBuild, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Path becomes = folder.resolve("becomes");
    NotedVariables variables = new NotedVariables(environment);
    Path home = UserFolders.home(variables);
    Path state = UserFolders.state(variables, home);
    Clock clock = Clock.offset(Clock.systemUTC(), offset);
    Host host =
        new Host(
            variables,
            new StandardStreams(out, err),
            new StandardInput(new ByteArrayInputStream(new byte[0])),
            new ScriptedTerminal(List.of(), new HeldClock(clock.instant())),
            new ChildProcesses(variables),
            LocalClock.of(clock.withZone(ZoneOffset.UTC)),
            SecureRandom::new,
            state,
            home,
            "",
            new HotAnswers(ofBuild, state.resolve(FileSessionStore.ANSWERS), variables, clock),
            becomes.toString());
    Map<Path, Instant> before = times();
    try {
      Files.deleteIfExists(becomes);
      int exit = new CommandLineRun(host).run(words);
      dateWhatIsNew(before);
      String changed = Files.exists(becomes) ? Files.readString(becomes) : "";
      return new Outcome(
          exit,
          changed.isEmpty() ? out.toString(StandardCharsets.UTF_8) : environmentAfter(changed),
          err.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code env} prints it, sorted. */
  private String environmentAfter(String change) {
    Map<String, String> after = new TreeMap<>(environment);
    for (String line : change.lines().toList()) {
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "export" -> {
          String[] parts = words[1].split("=", 2);
          after.put(parts[0], parts[1].substring(1, parts[1].length() - 1));
        }
        case "unset" -> List.of(words[1].split(" ")).forEach(after::remove);
        default -> {}
      }
    }
    StringBuilder text = new StringBuilder();
    after.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }

  // --- the world ---------------------------------------------------------------------------------

  InstantSource clock() {
    return () -> Instant.now().plus(offset);
  }

  Map<String, String> environment() {
    return environment;
  }

  /** Whom the program asks for sessions. */
  void ask(GrantingSts sts) {
    environment.put("AWS_ENDPOINT_URL", sts.url());
  }

  Path home() {
    return folder.resolve("home");
  }

  Path state() {
    return UserFolders.state(environment, UserFolders.home(environment));
  }

  Path answers() {
    return state().resolve(FileSessionStore.ANSWERS);
  }

  Path aws(String name) {
    return home().resolve(".aws").resolve(name);
  }

  void write(String name, String text) {
    try {
      Files.createDirectories(aws(name).resolveSibling(""));
      Files.writeString(aws(name), text);
      date(aws(name), clock().instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void rebuild(String other) {
    build = other;
    try {
      configure();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<Path, Instant> times() {
    Map<Path, Instant> times = new TreeMap<>();
    for (Path root : List.of(home(), state())) {
      files(root).forEach(file -> times.put(file, modified(file)));
    }
    return times;
  }

  /**
   * A file that was written just now has the system's time in place of that of this world; an
   * answer has that of this world in place of the shell's, which is the system's.
   */
  private void dateWhatIsNew(Map<Path, Instant> before) {
    times()
        .forEach((file, time) -> {
          if (!time.equals(before.get(file))) {
            if (isAnswer(file)) {
              dateBack(file, offset);
            } else if (!file.startsWith(answers())) {
              date(file, time.plus(offset));
            }
          }
        });
  }

  private static boolean isAnswer(Path file) {
    return file.getFileName().toString().indexOf(',') >= 0;
  }

  /** Lets the time pass after which a file's time says whether it was written again. */
  void settle() {
    advance(Duration.ofSeconds(10));
  }

  /** Lets time pass. */
  void advance(Duration time) {
    offset = offset.plus(time);
    for (Path file : files(answers())) {
      if (isAnswer(file)) {
        dateBack(file, time);
      }
    }
  }

  private void dateBack(Path answer, Duration time) {
    try {
      String text = Files.readString(answer, StandardCharsets.ISO_8859_1);
      Matcher until = UNTIL.matcher(text);
      Instant made = modified(answer).minus(time);
      if (until.find()) {
        long end = Long.parseLong(until.group(1)) - time.toSeconds();
        Path stamp = answers().resolve(end + ".000000000");
        Files.write(stamp, new byte[0]);
        date(stamp, Instant.ofEpochSecond(end));
        Files.writeString(
            answer, until.replaceFirst("keyturn_until='" + end + "."), StandardCharsets.ISO_8859_1);
      }
      date(answer, made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> files(Path root) {
    List<Path> files = new ArrayList<>();
    File[] entries = root.toFile().listFiles();
    for (File entry : entries == null ? new File[0] : entries) {
      if (entry.isDirectory()) {
        files.addAll(files(entry.toPath()));
      } else if (entry.isFile() && !isTemporary(entry.toPath())) {
        files.add(entry.toPath());
      }
    }
    return files;
  }

  /** A login asks for its identity beside all else, and may still write it. */
  private static boolean isTemporary(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void date(Path file, Instant time) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(time));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
