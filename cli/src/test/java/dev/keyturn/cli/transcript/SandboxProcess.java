package dev.keyturn.cli.transcript;

import dev.keyturn.domain.mfa.Totp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sandbox in a process of its own, with a clock that is held or runs. */
public final class SandboxProcess implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ExecutorService READERS = Executors.newVirtualThreadPerTaskExecutor();
  private static final Pattern DEVICE =
      Pattern.compile("\"SerialNumber\":\"([^\"]+)\",\"Seed\":\"([^\"]+)\"");

  private final Process process;
  private final String ready;
  private final Path log;
  private @Nullable Instant held;

  private SandboxProcess(Process process, String ready, Path log, @Nullable Instant held) {
    this.process = process;
    this.ready = ready;
    this.log = log;
    this.held = held;
  }

  /** From the classes of the module, for tests that run before there is an image. */
  public static List<String> classes() {
    return List.of("-cp", BuildOutput.SANDBOX_CLASS_PATH, "dev.keyturn.sandbox.program.Main");
  }

  /** From the image. */
  public static List<String> image() {
    return List.of("-jar", BuildOutput.IMAGE.resolve("sandbox/keyturn-sandbox.jar").toString());
  }

  /**
   * Starts one.
   *
   * @param program what of the sandbox to run
   * @param folder where its state file and log go
   * @param company the state file's content
   * @param now where its clock stands
   */
  public static SandboxProcess start(
      List<String> program, Path folder, String company, Instant now) {
    String time = Long.toString(now.getEpochSecond());
    return start(program, folder, company, now, List.of("--frozen-clock", time));
  }

  /** Starts one whose clock runs, from the image, with more {@code options}. */
  public static SandboxProcess running(Path folder, String company, String... options) {
    return start(image(), folder, company, null, List.of(options));
  }

  /** The same with {@code javaOptions}. */
  public static SandboxProcess running(
      List<String> javaOptions, Path folder, String company, String... options) {
    List<String> program = new ArrayList<>(javaOptions);
    program.addAll(image());
    return start(program, folder, company, null, List.of(options));
  }

  private static SandboxProcess start(
      List<String> program,
      Path folder,
      String company,
      @Nullable Instant held,
      List<String> options) {
    try {
      Files.createDirectories(folder);
      Path state = Files.writeString(folder.resolve("company.json"), company);
      Path log = folder.resolve("requests.log");
      Files.deleteIfExists(log);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      command.addAll(program);
      command.addAll(List.of("--output", "json", "--until-eof"));
      command.addAll(List.of("--state", state.toString(), "--log", log.toString()));
      command.addAll(options);
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new SandboxProcess(process, ready(process), log, held);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ready(Process process) {
    Future<@Nullable String> line =
        READERS.submit(() -> process.inputReader(StandardCharsets.UTF_8).readLine());
    try {
      return Objects.requireNonNull(line.get(60, TimeUnit.SECONDS), "it ended");
    } catch (Exception e) {
      process.destroyForcibly();
      throw new IllegalStateException("the sandbox does not start", e);
    }
  }

  /** Where it answers. */
  public String url() {
    return text("Url");
  }

  /** With {@code --tls}: the file with the certificate to trust. */
  public String caBundle() {
    return text("CaBundle");
  }

  /** What it said when it was ready, with all keys and seeds. */
  public String ready() {
    return ready;
  }

  /** What its clock shows. */
  public Instant now() {
    return held == null ? Instant.now() : held;
  }

  /** Lets time pass there. */
  public void advance(Duration duration) {
    held = now().plus(duration);
    control("{\"FrozenClock\":" + held.getEpochSecond() + "}");
  }

  /** Makes it misbehave: one fault as in a state file. */
  public void misbehave(String fault) {
    control("{\"Faults\":[" + fault + "]}");
  }

  /** How often each action was asked for since it was last asked here. */
  public Map<String, Integer> takeCalls() {
    Map<String, Integer> calls = new TreeMap<>();
    String told = control("{}");
    Matcher requests = Pattern.compile("\"Requests\":\\{([^}]*)}").matcher(told);
    if (requests.find()) {
      Matcher each = Pattern.compile("\"(\\w+)\":(\\d+)").matcher(requests.group(1));
      while (each.find()) {
        calls.put(each.group(1), Integer.valueOf(each.group(2)));
      }
    }
    control("{\"ResetRequests\":true}");
    return calls;
  }

  /**
   * The code that the device whose serial number ends so, in any case, shows {@code steps} steps
   * from now.
   */
  public String code(String device, int steps) {
    return Totp.ofBase32(seed(device)).at(now().plus(Totp.STEP.multipliedBy(steps))).digits();
  }

  /** The secret key of a device, in base32. */
  public String seed(String device) {
    Matcher devices = DEVICE.matcher(ready);
    while (devices.find()) {
      if (devices.group(1).toLowerCase(Locale.ROOT).endsWith(device)) {
        return devices.group(2);
      }
    }
    throw new IllegalArgumentException("no device " + device);
  }

  /** The log of its requests. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String control(String change) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(text("ControlUrl")))
            .header("Authorization", "Bearer " + text("ControlToken"))
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.ofString(change))
            .build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String text(String member) {
    Matcher matcher = Pattern.compile('"' + member + "\":\"([^\"]+)\"").matcher(ready);
    if (!matcher.find()) {
      throw new IllegalStateException("the ready line has no " + member);
    }
    return matcher.group(1);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
