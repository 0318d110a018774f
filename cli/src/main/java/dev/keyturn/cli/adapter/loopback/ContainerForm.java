package dev.keyturn.cli.adapter.loopback;

import dev.keyturn.cli.command.port.Served;
import dev.keyturn.domain.credential.Secret;

/**
 * The endpoint of a container's agent.
 *
 * <pre>
 * GET /               the profile that is served
 * GET /profile/NAME   another profile
 * GET /role-arn/ARN   a role
 * Authorization: TOKEN
 * </pre>
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">Container
 *     credential provider</a>
 */
final class ContainerForm implements ServedForm {

  private static final String PROFILE = "/profile/";
  private static final String ROLE = "/role-arn/";

  private final Served served;
  private final Secret token;

  ContainerForm(Served served, Secret token) {
    this.served = served;
    this.token = token;
  }

  @Override
  public boolean takes(Call call) {
    return true;
  }

  @Override
  public Reply answer(Call call) {
    if (!isAuthorized(call)) {
      return Reply.error(
          401,
          "Unauthorized",
          "the Authorization header must be the token of this endpoint, as it is;"
              + " run what keyturn serve printed");
    }
    if (!call.method().equals("GET")) {
      return Reply.onlyFor("GET");
    }
    String path = call.path();
    if (path.equals("/")) {
      return reply(served.own());
    }
    if (path.length() > PROFILE.length() && path.startsWith(PROFILE)) {
      return reply(served.profile(path.substring(PROFILE.length())));
    }
    if (path.length() > ROLE.length() && path.startsWith(ROLE)) {
      return reply(served.role(path.substring(ROLE.length())));
    }
    return Reply.notFound();
  }

  /** In constant time: that is how secrets are compared. */
  private boolean isAuthorized(Call call) {
    String given = call.only("Authorization");
    return given != null && token.equals(Secret.of(given));
  }

  /** SDKs retry after a status of 500 and above, and give up at any lower one. */
  private static Reply reply(Served.Answer answer) {
    return switch (answer) {
      case Served.Granted granted -> CredentialDocument.container(granted.session());
      case Served.Forbidden forbidden -> Reply.error(403, "Forbidden", forbidden.message());
      case Served.Denied denied ->
          Reply.error(denied.temporary() ? 503 : 403, denied.code(), denied.message());
    };
  }
}
