package dev.keyturn.sandbox.login;

import dev.keyturn.sandbox.http.Html;

/** The pages that a person sees. */
final class LoginPage {
  private LoginPage() {}

  /** The form, which is sent to the URL of its page. */
  static String form(String account, String problem) {
    return Html.page(
        "Sign in to the sandbox",
        """
        <p id="problem">%s</p>
        <form method="post">
        <p><label>Account <input name="account" value="%s"></label></p>
        <p><label>User <input name="user" autofocus></label></p>
        <p><label>Password <input name="password" type="password"></label></p>
        <p><label>MFA code, or passkey <input name="mfa" autocomplete="off"></label></p>
        <p><button>Sign in</button></p>
        </form>
        """
            .formatted(Html.escaped(problem), Html.escaped(account)));
  }

  /** The code that a person copies to a tool on another device. */
  static String code(String code) {
    return Html.page(
        "Signed in",
        "<p>Your authorization code: <code id=\"code\">" + Html.escaped(code) + "</code></p>\n");
  }

  static String refusal(String problem) {
    return Html.page("Not signed in", "<p id=\"problem\">" + Html.escaped(problem) + "</p>\n");
  }
}
