package dev.keyturn.sandbox.log;

import dev.keyturn.sandbox.action.Target;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.json.Members;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes and counts requests: time, service, action, access key id, status, error code and request
 * id. Never a parameter, a token, a signature or a body. Safe for use by several threads.
 */
public final class RequestLog {
  /** A request that nobody signed may name any action. */
  private static final int LONGEST_ACTION = 128;

  private static final int MOST_ACTIONS = 1000;
  private static final Pattern KEY_ID = Pattern.compile("Credential=(\\w{3,128})(?:/|%2F)");

  private final Clock clock;
  private final @Nullable Writer out;
  private final Map<String, Long> counts = new TreeMap<>();

  /**
   * A log to {@code out}.
   *
   * @param out null when requests are only counted
   */
  public RequestLog(Clock clock, @Nullable Writer out) {
    this.clock = clock;
    this.out = out;
  }

  /**
   * Adds one request.
   *
   * @param errorCode null for success
   */
  public synchronized void add(
      Request request, Target target, int status, @Nullable String errorCode, String requestId) {
    count(target.action());
    if (out == null) {
      return;
    }
    Members line =
        new Members()
            .text("Time", clock.instant().toString())
            .text("Service", target.service())
            .text("Action", target.action())
            .textIf("AccessKeyId", accessKeyId(request))
            .number("Status", status)
            .textIf("ErrorCode", errorCode)
            .text("RequestId", requestId);
    write(out, line.json().print() + "\n");
  }

  private void count(String action) {
    boolean fits = !action.isEmpty() && action.length() <= LONGEST_ACTION;
    if (fits && (counts.size() < MOST_ACTIONS || counts.containsKey(action))) {
      counts.merge(action, 1L, Long::sum);
    }
  }

  /** How often each action was asked for since the start or the last reset. */
  public synchronized Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  public synchronized void reset() {
    counts.clear();
  }

  private static void write(Writer out, String line) {
    try {
      out.write(line);
      out.flush();
    } catch (IOException e) {
      // A full disk must not stop the sandbox; the counts go on.
    }
  }

  private static @Nullable String accessKeyId(Request request) {
    String authorization = request.header("Authorization");
    Matcher matcher = KEY_ID.matcher(authorization == null ? request.query() : authorization);
    return matcher.find() ? matcher.group(1) : null;
  }
}
