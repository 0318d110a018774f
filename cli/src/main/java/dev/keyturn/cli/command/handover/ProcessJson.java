package dev.keyturn.cli.command.handover;

import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.session.store.Rfc3339;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of {@code credential_process}. Written by hand: programs wait for this answer, and a
 * JSON library takes longer to load than the answer takes to find. Absent values are left out, as
 * SDKs require.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">Process
 *     credential provider</a>
 */
public final class ProcessJson {

  private ProcessJson() {}

  /** One line, without its end. */
  public static String of(HandedCredentials credentials) {
    StringBuilder json = new StringBuilder(1024).append("{\"Version\":1");
    member(json, "AccessKeyId", credentials.accessKeyId());
    member(json, "SecretAccessKey", revealed(credentials.secretAccessKey()));
    Secret token = credentials.sessionToken();
    member(json, "SessionToken", token == null ? null : revealed(token));
    member(
        json,
        "Expiration",
        credentials.expiration() == null ? null : Rfc3339.text(credentials.expiration()));
    member(json, "AccountId", credentials.accountId());
    return json.append('}').toString();
  }

  private static String revealed(Secret secret) {
    return secret.reveal(Reveal.HAND_OVER);
  }

  private static void member(StringBuilder json, String name, @Nullable String value) {
    if (value == null) {
      return;
    }
    json.append(",\"").append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u00").append(c < 0x10 ? "0" : "").append(Integer.toHexString(c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
