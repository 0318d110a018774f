package dev.keyturn.sandbox.signin;

import dev.keyturn.sandbox.clock.Timestamps;
import dev.keyturn.sandbox.credential.Identity;
import dev.keyturn.sandbox.http.Html;
import java.time.Instant;

/** The pages a browser gets to see. */
final class SigninPage {
  private SigninPage() {}

  static String of(Identity identity, Instant end, String destination) {
    return Html.page(
        "Signed in",
        """
        <p>Signed in to the sandbox as <strong id="arn">%s</strong></p>
        <p>Account <span id="account">%s</span>, user id <span id="user-id">%s</span></p>
        <p>Until <time id="until">%s</time></p>
        <p>In AWS the console would open now: <span id="destination">%s</span></p>
        """
            .formatted(
                Html.escaped(identity.arn()),
                Html.escaped(identity.account().id()),
                Html.escaped(identity.userId()),
                Timestamps.text(end),
                Html.escaped(destination)));
  }

  static String refusal(String reason) {
    return Html.page("Not signed in", "<p>" + Html.escaped(reason) + "</p>\n");
  }
}
