package dev.keyturn.cli.adapter.awscli;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.plan.SignIn;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The files in which the AWS CLI stores the credentials of sign-ins, each named by a hash:
 *
 * <pre>
 * aws login      ~/.aws/login/cache/SHA-256(login_session).json
 * aws sso login  ~/.aws/cli/cache/SHA-1(JSON of account, role, and session or start URL).json
 * </pre>
 *
 * @param logins the folder of {@code aws login}
 * @param roles the folder of roles
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/credentials.py">{@code
 *     LoginCredentialFetcher}, {@code SSOCredentialFetcher}</a>
 */
record SignInFiles(Path logins, Path roles) {

  static SignInFiles of(Map<String, String> environment, Path home, Path roles) {
    String named = Variable.AWS_LOGIN_CACHE_DIRECTORY.in(environment);
    Path own = home.resolve(".aws").resolve("login").resolve("cache");
    return new SignInFiles(named.isEmpty() ? own : Path.of(named), roles);
  }

  Path file(SignIn base) {
    return switch (base) {
      case SignIn.Login login -> logins.resolve(hash("SHA-256", login.session()) + ".json");
      case SignIn.SingleSignOn sso -> roles.resolve(hash("SHA-1", arguments(sso)) + ".json");
    };
  }

  /** As Python writes them: members sorted by name, without blanks. */
  private static String arguments(SignIn.SingleSignOn sso) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("accountId", sso.account());
      json.writeStringProperty("roleName", sso.role());
      if (sso.session() == null) {
        json.writeStringProperty("startUrl", sso.startUrl());
      } else {
        json.writeStringProperty("sessionName", sso.session());
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static String hash(String algorithm, String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
