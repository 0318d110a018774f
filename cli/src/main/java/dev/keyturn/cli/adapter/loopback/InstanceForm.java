package dev.keyturn.cli.adapter.loopback;

import dev.keyturn.cli.command.port.CredentialEndpoint.Settings;
import dev.keyturn.cli.command.port.Served;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * EC2's instance metadata service, version 2: a token by PUT, then data by GET with the token. Like
 * EC2, it gives no token to a request forwarded by a proxy; such requests are refused before they
 * get here.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html">Instance
 *     metadata service</a>
 */
final class InstanceForm implements ServedForm {

  private static final String ROOT = "/latest/";
  private static final String TOKEN = "/latest/api/token";
  private static final String CREDENTIALS = "/latest/meta-data/iam/security-credentials";

  private static final String TTL_HEADER = "X-aws-ec2-metadata-token-ttl-seconds";
  private static final String TOKEN_HEADER = "X-aws-ec2-metadata-token";
  private static final Pattern TTL = Pattern.compile("[0-9]{1,5}");
  private static final int LONGEST_TTL = 21_600;

  /** The characters of an instance profile's name, which becomes part of a URL. */
  private static final Pattern ROLE_NAME = Pattern.compile("[\\w+=,.@-]{1,64}");

  private final Settings settings;
  private final Served served;
  private final InstanceTokens tokens;
  private final String name;
  private final InstanceMetadata instance;

  InstanceForm(Settings settings, Served served, InstanceTokens tokens) {
    this.settings = settings;
    this.served = served;
    this.tokens = tokens;
    boolean usable = ROLE_NAME.matcher(settings.profile()).matches();
    this.name = usable ? settings.profile() : "keyturn";
    this.instance = new InstanceMetadata(settings.region(), name, served);
  }

  @Override
  public boolean takes(Call call) {
    return call.path().startsWith(ROOT);
  }

  @Override
  public Reply answer(Call call) {
    Reply reply = call.path().equals(TOKEN) ? token(call) : metadata(call);
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.put("Server", "EC2ws");
    return new Reply(reply.status(), headers, reply.body());
  }

  private Reply token(Call call) {
    if (!call.method().equals("PUT")) {
      return Reply.onlyFor("PUT");
    }
    String wanted = call.only(TTL_HEADER);
    int seconds = wanted != null && TTL.matcher(wanted).matches() ? Integer.parseInt(wanted) : 0;
    if (seconds < 1 || seconds > LONGEST_TTL) {
      return Reply.text(400, "Bad Request");
    }
    return new Reply(
        200,
        Map.of("Content-Type", "text/plain", TTL_HEADER, Integer.toString(seconds)),
        tokens.issue(Duration.ofSeconds(seconds)));
  }

  private Reply metadata(Call call) {
    if (!call.method().equals("GET")) {
      return Reply.onlyFor("GET");
    }
    if (!isAuthorized(call)) {
      return Reply.text(401, "Unauthorized");
    }
    String path = call.path();
    if (path.equals(CREDENTIALS) || path.equals(CREDENTIALS + "/")) {
      return Reply.text(200, name);
    }
    if (path.equals(CREDENTIALS + "/" + name)) {
      return credentials(served.own());
    }
    Reply reply = instance.at(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    return reply == null ? Reply.text(404, "Not Found") : reply;
  }

  private boolean isAuthorized(Call call) {
    String given = call.only(TOKEN_HEADER);
    return given == null ? settings.withoutToken() && !call.has(TOKEN_HEADER) : tokens.holds(given);
  }

  private static Reply credentials(Served.Answer answer) {
    return switch (answer) {
      case Served.Granted granted ->
          Reply.text(200, CredentialDocument.instance(granted.session()));
      case Served.Forbidden forbidden -> Reply.error(403, "Forbidden", forbidden.message());
      case Served.Denied denied -> Reply.error(503, denied.code(), denied.message());
    };
  }
}
