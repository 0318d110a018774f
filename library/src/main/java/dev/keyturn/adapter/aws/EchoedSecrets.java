package dev.keyturn.adapter.aws;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a request, which the answer may repeat in a message. AWS does not; a proxy that
 * shows what it received does.
 */
final class EchoedSecrets {

  /** Three times AWS's longest message, apart from encoded ones. */
  private static final int LONGEST = 1_000;

  private static final List<String> CODES =
      List.of("TokenCode", "AuthenticationCode1", "AuthenticationCode2");

  private static final String MASK = "****";

  private final List<Pattern> secrets = new ArrayList<>();

  EchoedSecrets(SignedRequests.Call call, Signer signer) {
    add(signer.key().secret());
    add(signer.sessionToken());
    if (AccessKey.mayBeSecret(signer.accessKeyId())) {
      add(Secret.of(signer.accessKeyId()));
    }
    for (String name : CODES) {
      String code = call.parameters().get(name);
      if (code != null) {
        // Not within an account id.
        secrets.add(Pattern.compile("(?<![0-9])" + Pattern.quote(code) + "(?![0-9])"));
      }
    }
  }

  /** Of a key in a token nothing was sent. */
  private void add(@Nullable Secret secret) {
    if (secret != null) {
      secrets.add(Pattern.compile(Pattern.quote(secret.reveal(Reveal.SIGN))));
    }
  }

  /** {@code message} without the secrets, cut to a readable length. */
  String masked(String message) {
    String masked = message;
    for (Pattern secret : secrets) {
      masked = secret.matcher(masked).replaceAll(MASK);
    }
    return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
  }
}
