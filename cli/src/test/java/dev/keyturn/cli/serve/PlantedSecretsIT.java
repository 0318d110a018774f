package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.store.RealProgram;
import dev.keyturn.cli.transcript.BuildOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * One user with every kind of secret: her key in a token, the secret key of her MFA device and the
 * key of her encrypted sessions in an encrypted file. None of them is in a file, or in what the
 * system shows of processes, even of processes that are killed where core files are allowed.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
class PlantedSecretsIT {

  private static final String PASSPHRASE = "correct horse battery staple";
  private static final String PIN = "8427-7319";
  private static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String TOKEN = "pkcs11:token=Work?module-path=" + MODULE;
  private static final Pattern OF_SESSION =
      Pattern.compile("\"(SecretAccessKey|SessionToken)\":\"([^\"]+)\"");

  /** All that is walked; what a test itself has to write down is elsewhere. */
  @TempDir private Path home;

  @TempDir private Path elsewhere;

  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final List<Process> running = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private Company company;

  @SuppressWarnings("NullAway.Init")
  private Path work;

  @BeforeEach
  void plant() throws Exception {
    RealProgram.need("softhsm2-util", "python3");
    RealProgram.needFile(MODULE);
    Pane.TMUX.require();
    work = Files.createDirectories(home.resolve("work"));
    company = Company.start(home, 3600);
    Files.delete(home.resolve("state.json"));
    environment.putAll(company.environment());
    environment.put("KEYTURN_SAVE", "never");
    environment.put("SOFTHSM2_CONF", token().toString());
    environment.put("KEYTURN_STORE_PASSPHRASE_COMMAND", passphrases());
    secrets.put("passphrase", PASSPHRASE);
    secrets.put("PIN", PIN);
    secrets.put("long-term key", Company.SECRET);
    secrets.put("MFA seed", Company.SEED);
    String device = "arn:aws:iam::123456789012:mfa/alice";
    run("", "config", "set", "profile.alice.mfa_serial", device);
    run("", "store", "move", "alice", "--to", TOKEN, "--yes");
    run(Company.SEED, "store", "add-seed", "alice", "--to", "encrypted-file", "--yes");
    run("", "store", "encrypt-sessions", "encrypted-file");
    run("", "store", "unlock");
  }

  @AfterEach
  void stop() {
    running.forEach(Process::destroyForcibly);
    company.close();
  }

  private Path token() throws Exception {
    Path tokens = Files.createDirectories(home.resolve("tokens"));
    String text = "directories.tokendir = " + tokens + "\nlog.level = ERROR\n";
    Path configuration = Files.writeString(elsewhere.resolve("softhsm2.conf"), text);
    String init = "softhsm2-util --init-token --free --label Work --so-pin 5678 --pin " + PIN;
    RealProgram.run(Map.of("SOFTHSM2_CONF", configuration.toString()), "", init.split(" ", -1));
    return configuration;
  }

  private String passphrases() throws IOException {
    Path pin = Files.writeString(elsewhere.resolve("pin"), PIN + "\n");
    Path passphrase = Files.writeString(elsewhere.resolve("passphrase"), PASSPHRASE + "\n");
    return "case $KEYTURN_STORE_PLACE in pkcs11*) cat %s;; *) cat %s;; esac"
        .formatted(pin, passphrase);
  }

  /** Keyturn in the folder {@code work}, where the caller wants core files. */
  private static List<String> withCoreFiles(Path folder, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                "-c",
                "ulimit -S -c unlimited 2>/dev/null; cd '" + folder + "'; exec \"$@\"",
                "sh",
                BuildOutput.LAUNCHER.toString()));
    command.addAll(List.of(words));
    return command;
  }

  private Process start(String... words) throws IOException {
    Process process = Company.start(withCoreFiles(work, words), environment);
    running.add(process);
    return process;
  }

  private String run(String input, String... words) throws Exception {
    Process process = start(words);
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    return Company.output(process);
  }

  private Pane promptsForCode() throws Exception {
    Path socket = elsewhere.resolve("tmux" + secrets.size());
    List<String> login =
        withCoreFiles(work, "login", "alice", "--force", "--prompt", "terminal", "--debug");
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\"; sleep 60", "sh"));
    words.addAll(login);
    return Pane.start(socket, environment, words).seesSomewhere("MFA code of");
  }

  private void logIn() throws Exception {
    try (Pane pane = promptsForCode()) {
      String code = company.code();
      pane.enter(code).seesSomewhere("next: ");
      secrets.put("MFA code", code);
      Files.writeString(home.resolve("screen"), pane.shown());
    }
  }

  private void readSessionAndItsKey() throws Exception {
    Matcher session = OF_SESSION.matcher(run("", "credential-process", "alice"));
    while (session.find()) {
      secrets.put(session.group(1), session.group(2));
    }
    Path reader = Path.of("src", "test", "resources", "read-keys.py").toAbsolutePath();
    String file = home.resolve(".aws/keyturn-keys").toString();
    RealProgram.run(Map.of(), PASSPHRASE, "/usr/bin/python3", reader.toString(), file)
        .lines()
        .filter(line -> line.startsWith("cache-key/"))
        .forEach(line -> secrets.put("cache key", line.substring(line.indexOf(' ') + 1)));
    assertThat(secrets)
        .containsOnlyKeys(
            "passphrase",
            "PIN",
            "long-term key",
            "MFA seed",
            "MFA code",
            "SecretAccessKey",
            "SessionToken",
            "cache key");
  }

  /** Six digits of a longer number are no code. */
  private static boolean isIn(String text, String secret) {
    return Pattern.compile("(?<!\\d)" + Pattern.quote(secret) + "(?!\\d)").matcher(text).find();
  }

  /** Which secrets are where. */
  private List<String> found(String place, String text) {
    return secrets.entrySet().stream()
        .filter(secret -> isIn(text, secret.getValue()))
        .map(secret -> secret.getKey() + " in " + place)
        .toList();
  }

  private List<String> foundInFiles() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        found.addAll(found(home.relativize(file).toString(), text));
      }
    }
    return found;
  }

  /** What the system shows of a process of this home, of Keyturn or another program. */
  private record Shown(ProcessHandle process, String cmdline, String environ) {

    static Optional<Shown> of(ProcessHandle process) {
      Path folder = Path.of("/proc", Long.toString(process.pid()));
      try {
        return Optional.of(
            new Shown(
                process,
                Files.readString(folder.resolve("cmdline"), StandardCharsets.ISO_8859_1),
                Files.readString(folder.resolve("environ"), StandardCharsets.ISO_8859_1)));
      } catch (IOException e) {
        return Optional.empty(); // It has ended, or is another user's.
      }
    }
  }

  /** Not those of other tests, which may use the same secrets. */
  private List<Shown> shown() {
    return ProcessHandle.allProcesses()
        .flatMap(process -> Shown.of(process).stream())
        .filter(shown -> (shown.cmdline() + shown.environ()).contains(home.toString()))
        .toList();
  }

  private List<String> foundInProcesses() {
    List<String> found = new ArrayList<>();
    for (Shown shown : shown()) {
      found.addAll(found("the command line of a process", shown.cmdline()));
      found.addAll(found("the environment of " + shown.cmdline(), shown.environ()));
    }
    return found;
  }

  /** The processes of Keyturn's own Java. */
  private List<ProcessHandle> ownProcesses() {
    return shown().stream()
        .filter(shown -> shown.cmdline().contains("dev.keyturn.cli.app."))
        .map(Shown::process)
        .toList();
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    new ProcessBuilder("kill", "-s", name, Long.toString(process.pid())).start().waitFor();
  }

  private List<String> filesOfMemory(List<ProcessHandle> processes) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(work)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("core([.-].*)?|hs_err.*|replay_pid.*"))
          .forEach(found::add);
    }
    for (ProcessHandle process : processes) {
      Path report = Path.of("/tmp", "hs_err_pid" + process.pid() + ".log");
      if (Files.exists(report)) {
        found.add(report.toString());
      }
    }
    return found;
  }

  @Test
  void no_secret_is_in_a_file_or_shown_of_a_process_even_of_one_that_dumps_core() throws Exception {
    logIn();
    readSessionAndItsKey();
    run("", "whoami", "alice", "--debug");
    Path log = work.resolve("requests");
    Process served = start("serve", "alice", "--log", log.toString());
    assertThat(served.inputReader().readLine()).startsWith("export ");
    String wanted = "ulimit -S -c unlimited 2>/dev/null; ulimit -S -c";
    String possible = Company.output(Company.start(List.of("/bin/sh", "-c", wanted), Map.of()));
    String limit = "ulimit -S -c; exec sleep 120";
    Process child = start("exec", "--server", "alice", "--", "/bin/sh", "-c", limit);
    assertThat(child.inputReader().readLine()).as("the caller's limit").isEqualTo(possible);

    List<ProcessHandle> own;
    try (Pane prompt = promptsForCode()) {
      own = ownProcesses();
      assertThat(own).as("serve, exec, login, the agent").hasSize(4);
      assertThat(foundInProcesses()).isEmpty();
      signal("SEGV", served.toHandle());
      assertThat(served.waitFor()).as("the exit status of a crash").isEqualTo(1);
      for (ProcessHandle process : own) {
        signal("ABRT", process);
        process.onExit().get(30, TimeUnit.SECONDS);
      }
      Files.writeString(home.resolve("screen-of-killed"), prompt.shown());
    }
    Files.write(work.resolve("crash"), served.inputReader().lines().toList());
    assertThat(work.resolve("crash")).content().doesNotContain("SIGSEGV");
    Files.write(work.resolve("said"), served.getErrorStream().readAllBytes());
    assertThat(filesOfMemory(own)).isEmpty();
    assertThat(foundInFiles()).isEmpty();

    Files.writeString(work.resolve("copy"), "the PIN is " + PIN);
    assertThat(foundInFiles()).as("one that is there is found").containsExactly("PIN in work/copy");
  }
}
