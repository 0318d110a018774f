package dev.keyturn.sandbox.program;

import dev.keyturn.sandbox.running.ListenPlace;
import dev.keyturn.sandbox.running.Setup;
import dev.keyturn.sandbox.running.Transport;
import java.io.Writer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * <pre>
 * options = *( "--port" N / "--host" ADDRESS / "--domain" NAME / "--state" FILE / "--clock" TIME / "--frozen-clock" TIME
 *            / "--save-state" FILE / "--latency" N ( "ms" / "s" ) / "--session-seconds" LIFE / "--log" FILE
 *            / "--max-stored-mib" N / "--output" ( "json" / "text" ) / "--tls"
 *            / "--expired-certificate" / "--until-eof" / "-h" / "--help" )
 * </pre>
 *
 * <p>LIFE is seconds, or units such as {@code 45s}, {@code 1h30m} and {@code 12h}. A value can
 * follow after a blank or {@code =}. The last of two equal options counts.
 *
 * @param place where it listens
 * @param stateFile {@code -} for stdin; null for the default company
 * @param saveFile where the state goes when the sandbox stops; null for nowhere
 * @param sessionSeconds how long every granted session really lives; null for as long as granted
 * @param maxStoredMib how much all objects may have together; null for what the state says
 */
record Options(
    ListenPlace place,
    @Nullable String stateFile,
    @Nullable String saveFile,
    @Nullable Instant clock,
    boolean frozen,
    Duration latency,
    @Nullable Integer sessionSeconds,
    @Nullable Integer maxStoredMib,
    @Nullable String logFile,
    boolean json,
    Transport transport,
    boolean untilEof,
    boolean help) {

  Setup setup(@Nullable Writer log, @Nullable String controlToken) {
    return new Setup(place, transport, latency, log, controlToken);
  }

  static Options parse(List<String> arguments) throws UsageException {
    Parser parser = new Parser();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      parser.option(rest.next(), rest);
    }
    return parser.options();
  }

  private static final class Parser {
    private static final int LONGEST_SESSION_SECONDS = 129_600;

    private InetAddress address = ListenPlace.loopback();
    private int port;
    private @Nullable String domain;
    private @Nullable String stateFile;
    private @Nullable String saveFile;
    private @Nullable Instant clock;
    private boolean frozen;
    private Duration latency = Duration.ZERO;
    private @Nullable Integer sessionSeconds;
    private @Nullable Integer maxStoredMib;
    private @Nullable String logFile;
    private boolean json;
    private Transport transport = Transport.HTTP;
    private boolean untilEof;
    private boolean help;

    void option(String argument, Iterator<String> rest) throws UsageException {
      int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
      if (equals < 0) {
        take(argument, rest);
      } else {
        Iterator<String> value = List.of(argument.substring(equals + 1)).iterator();
        take(argument.substring(0, equals), value);
        if (value.hasNext()) {
          throw new UsageException(argument.substring(0, equals) + " does not take a value");
        }
      }
    }

    private void take(String name, Iterator<String> rest) throws UsageException {
      switch (name) {
        case "--port" -> port = number(name, rest, 0, 65_535);
        case "--host" -> address = address(name, rest);
        case "--domain" -> domain = domain(name, rest);
        case "--state" -> stateFile = value(name, rest);
        case "--save-state" -> saveFile = value(name, rest);
        case "--clock" -> setClock(name, rest, false);
        case "--frozen-clock" -> setClock(name, rest, true);
        case "--latency" -> latency = latency(name, rest);
        case "--session-seconds" -> sessionSeconds = seconds(name, rest);
        case "--max-stored-mib" -> maxStoredMib = number(name, rest, 1, 1_000_000);
        case "--log" -> logFile = value(name, rest);
        case "--output" -> json = output(name, rest);
        case "--tls" -> secure(Transport.TLS);
        case "--expired-certificate" -> secure(Transport.TLS_EXPIRED);
        case "--until-eof" -> untilEof = true;
        case "-h", "--help" -> help = true;
        default ->
            throw new UsageException(
                name.startsWith("-") ? "unknown option " + name : "unexpected argument " + name);
      }
    }

    private static InetAddress address(String name, Iterator<String> rest) throws UsageException {
      String value = value(name, rest);
      try {
        return InetAddress.getByName(value);
      } catch (UnknownHostException e) {
        throw new UsageException(name + " must be an address or a host name of this computer");
      }
    }

    private static String domain(String name, Iterator<String> rest) throws UsageException {
      String value = value(name, rest).toLowerCase(Locale.ROOT);
      if (!value.matches("[a-z0-9]([a-z0-9.-]{0,190}[a-z0-9])?")) {
        throw new UsageException(name + " must be a host name, such as sandbox");
      }
      return value;
    }

    private void secure(Transport wanted) {
      if (transport != Transport.TLS_EXPIRED) {
        transport = wanted;
      }
    }

    private void setClock(String name, Iterator<String> rest, boolean held) throws UsageException {
      String value = value(name, rest);
      frozen = held;
      try {
        clock =
            value.matches("[0-9]{1,10}")
                ? Instant.ofEpochSecond(Long.parseLong(value))
                : Instant.parse(value);
      } catch (DateTimeException e) {
        throw new UsageException(
            name + " must be seconds since 1970, or a time such as 2026-11-21T09:00:00Z");
      }
    }

    private static Duration latency(String name, Iterator<String> rest) throws UsageException {
      String value = value(name, rest);
      if (!value.matches("[0-9]{1,6}(ms|s)")) {
        throw new UsageException(name + " must be a time such as 50ms or 2s");
      }
      return value.endsWith("ms")
          ? Duration.ofMillis(Long.parseLong(value.substring(0, value.length() - 2)))
          : Duration.ofSeconds(Long.parseLong(value.substring(0, value.length() - 1)));
    }

    private static int seconds(String name, Iterator<String> rest) throws UsageException {
      String value = value(name, rest);
      long seconds =
          value.matches("[0-9]{1,6}")
              ? Long.parseLong(value)
              : value.matches("(?=.)([0-9]{1,6}[hH])?([0-9]{1,6}[mM])?([0-9]{1,6}[sS])?")
                  ? Duration.parse("PT" + value).toSeconds()
                  : 0;
      if (seconds < 1 || seconds > LONGEST_SESSION_SECONDS) {
        throw new UsageException(
            name
                + " must be 1 to "
                + LONGEST_SESSION_SECONDS
                + " seconds, or a time such as 45s or 12h");
      }
      return (int) seconds;
    }

    private static boolean output(String name, Iterator<String> rest) throws UsageException {
      String value = value(name, rest);
      if (!value.equals("json") && !value.equals("text")) {
        throw new UsageException(name + " must be json or text");
      }
      return value.equals("json");
    }

    private static int number(String name, Iterator<String> rest, int least, int most)
        throws UsageException {
      String value = value(name, rest);
      if (value.matches("[0-9]{1,9}")) {
        int number = Integer.parseInt(value);
        if (number >= least && number <= most) {
          return number;
        }
      }
      throw new UsageException(name + " must be a whole number from " + least + " to " + most);
    }

    private static String value(String name, Iterator<String> rest) throws UsageException {
      if (!rest.hasNext()) {
        throw new UsageException(name + " needs a value");
      }
      return rest.next();
    }

    Options options() throws UsageException {
      if (untilEof && "-".equals(stateFile)) {
        throw new UsageException(
            "--until-eof and --state - cannot be used together: both read stdin");
      }
      return new Options(
          new ListenPlace(address, port, domain),
          stateFile,
          saveFile,
          clock,
          frozen,
          latency,
          sessionSeconds,
          maxStoredMib,
          logFile,
          json,
          transport,
          untilEof,
          help);
    }
  }
}
