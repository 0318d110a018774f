package dev.keyturn.sandbox.program;

import dev.keyturn.sandbox.clock.SandboxClock;
import dev.keyturn.sandbox.running.RunningSandbox;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.statefile.Situation;
import dev.keyturn.sandbox.statefile.StateReader;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The program: reads its options, starts, says so in one line, and runs until it is stopped.
 *
 * <p>Exit codes: 0 stopped, 2 usage, 3 the state or log file cannot be used, 6 the port or address
 * cannot be used.
 */
public final class Main {
  private static final String HELP =
      """
      Usage: keyturn sandbox [OPTION]...
      A local AWS (STS, IAM, S3, console sign-in) that checks signatures, MFA codes and policies.

        --port N              listen on this port; 0, the default, takes any free one
        --host ADDRESS        listen there instead of 127.0.0.1; 0.0.0.0 for every address, in a container
        --domain NAME         serve S3 buckets at BUCKET.NAME too, besides BUCKET.localhost
        --state FILE          accounts, users, keys, devices, roles, buckets and faults; - reads stdin
        --save-state FILE     write the state there when it stops; readable by its owner only
        --clock TIME          start the sandbox's clock there: seconds since 1970 or RFC 3339
        --frozen-clock TIME   stop the clock there
        --latency TIME        delay every request, for example by 50ms
        --session-seconds N   let sessions last N seconds, or 15m or 12h, whatever was requested
        --max-stored-mib N    refuse S3 objects that would exceed N MiB in total (256)
        --log FILE            append one JSON line per request, without secrets
        --output json|text    format of the message that it is ready (text)
        --tls                 serve over TLS; the ready line names a CA file for AWS_CA_BUNDLE
        --expired-certificate the same with a certificate that expired yesterday
        --until-eof           stop when stdin closes
        -h, --help            show this help

      Examples:
        keyturn sandbox --port 4566
        keyturn sandbox --output json --until-eof --state company.json

      Environment: KEYTURN_SANDBOX_CONTROL_TOKEN, the token of the control URL (random).
      Exit codes: 0 stopped, 2 usage, 3 state or log file, 6 port or address not available.
      """;

  private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\x{2028}\\x{2029}]");

  /** The variable with the token that opens the control URL; without it there is a random one. */
  private static final String CONTROL_TOKEN = "KEYTURN_SANDBOX_CONTROL_TOKEN";

  private Main() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), System.getenv(), System.in, out, err));
  }

  /** Runs until stdin closes when that was asked for, else until the process is stopped. */
  static int run(
      List<String> arguments,
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    try {
      Options options = Options.parse(arguments);
      if (options.help()) {
        out.print(HELP);
        out.flush();
        return 0;
      }
      return run(options, controlToken(environment), in, out, err);
    } catch (UsageException e) {
      return fail(err, 2, e.getMessage(), "keyturn sandbox --help");
    } catch (StateFileException e) {
      return fail(err, 3, e.getMessage(), "keyturn sandbox --help");
    }
  }

  /** It must fit in a header of HTTP as it is. */
  private static @Nullable String controlToken(Map<String, String> environment)
      throws UsageException {
    String token = environment.get(CONTROL_TOKEN);
    if (token == null || token.isEmpty()) {
      return null;
    }
    if (!token.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw new UsageException(CONTROL_TOKEN + " must be visible ASCII characters without blanks");
    }
    return token;
  }

  private static int run(
      Options options,
      @Nullable String controlToken,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    InetAddress address = options.place().address();
    if (!address.isLoopbackAddress()) {
      err.println(
          "keyturn: listening on "
              + address.getHostAddress()
              + ", not only for this computer: anyone who can reach the port can try its keys and"
              + " passwords, and change it with the control token; do not give it real keys");
    }
    try {
      serve(options, controlToken, in, out);
      return 0;
    } catch (BindException e) {
      return isHere(address)
          ? fail(err, 6, "the port is already in use", "keyturn sandbox --port 0")
          : fail(
              err,
              6,
              address.getHostAddress() + " is not an address of this computer",
              "keyturn sandbox --host 0.0.0.0");
    } catch (IOException e) {
      return fail(
          err, 6, "cannot listen on " + address.getHostAddress(), "keyturn sandbox --port 0");
    }
  }

  private static boolean isHere(InetAddress address) {
    try {
      return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return true;
    }
  }

  private static int fail(PrintStream err, int exitCode, @Nullable String problem, String hint) {
    err.println("keyturn: " + visible(String.valueOf(problem)));
    err.println("hint: " + hint);
    return exitCode;
  }

  /** Without characters that a terminal obeys, or that show text in another order. */
  private static String visible(String text) {
    return OBEYED
        .matcher(text)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }

  private static void serve(
      Options options, @Nullable String controlToken, InputStream in, PrintStream out)
      throws IOException {
    SandboxClock clock = clock(options);
    Situation situation = situation(options, clock, in);
    try (Writer log = options.logFile() == null ? null : log(options.logFile());
        RunningSandbox sandbox =
            RunningSandbox.start(options.setup(log, controlToken), situation, clock)) {
      if (options.saveFile() != null) {
        saveOnExit(sandbox, Path.of(options.saveFile()));
      }
      out.print(options.json() ? ReadyLine.json(sandbox) + "\n" : ReadyLine.text(sandbox));
      out.flush();
      await(options.untilEof() ? in : null);
    }
  }

  private static SandboxClock clock(Options options) {
    SandboxClock clock = new SandboxClock(Clock.systemUTC());
    if (options.clock() != null && options.frozen()) {
      clock.freezeAt(options.clock());
    } else if (options.clock() != null) {
      clock.startAt(options.clock());
    }
    return clock;
  }

  private static Situation situation(Options options, Clock clock, InputStream in) {
    StateReader reader = new StateReader(new Identifiers(new SecureRandom()), clock.instant());
    String file = options.stateFile();
    Situation situation = file == null ? reader.readDefault() : read(reader, file, in);
    State state = situation.state();
    Integer seconds = options.sessionSeconds();
    if (seconds != null) {
      state.change(state.settings().withSessionLife(Duration.ofSeconds(seconds)));
    }
    Integer mebibytes = options.maxStoredMib();
    if (mebibytes != null) {
      state.change(state.settings().withMaxStoredMib(mebibytes));
    }
    return situation;
  }

  private static Situation read(StateReader reader, String file, InputStream in) {
    try {
      byte[] bytes = file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
      return reader.read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (StateFileException e) {
      throw new StateFileException("state file " + file + ", " + e.getMessage());
    } catch (NoSuchFileException e) {
      throw new StateFileException("state file " + file + " does not exist");
    } catch (CharacterCodingException e) {
      throw new StateFileException("state file " + file + " is not UTF-8");
    } catch (IOException e) {
      throw new StateFileException("state file " + file + " cannot be read");
    }
  }

  private static Writer log(String file) {
    try {
      return Files.newBufferedWriter(
          Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new StateFileException("log file " + file + " cannot be written");
    }
  }

  /** Also on SIGTERM and Ctrl-C. */
  private static void saveOnExit(RunningSandbox sandbox, Path file) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> new SavedState(file).save(sandbox.describe())));
  }

  private static void await(@Nullable InputStream in) throws IOException {
    if (in == null) {
      awaitInterrupt();
      return;
    }
    byte[] ignored = new byte[256];
    while (in.read(ignored) >= 0) {
      // Only the end matters.
    }
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
