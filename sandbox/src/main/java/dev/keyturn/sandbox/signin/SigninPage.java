package dev.keyturn.sandbox.signin;

import dev.keyturn.sandbox.clock.Timestamps;
import dev.keyturn.sandbox.credential.Identity;
import java.time.Instant;

/** The pages a browser gets to see. */
final class SigninPage {
  private SigninPage() {}

  static String of(Identity identity, Instant end, String destination) {
    return page(
        "Signed in",
        """
        <p>Signed in to the sandbox as <strong id="arn">%s</strong></p>
        <p>Account <span id="account">%s</span>, user id <span id="user-id">%s</span></p>
        <p>Until <time id="until">%s</time></p>
        <p>In AWS the console would open now: <span id="destination">%s</span></p>
        """
            .formatted(
                escaped(identity.arn()),
                escaped(identity.account().id()),
                escaped(identity.userId()),
                Timestamps.text(end),
                escaped(destination)));
  }

  static String refusal(String reason) {
    return page("Not signed in", "<p>" + escaped(reason) + "</p>\n");
  }

  private static String page(String title, String content) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%1$s</title></head>
    <body>
    <h1>%1$s</h1>
    %2$s</body>
    </html>
    """
        .formatted(title, content);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
