package dev.keyturn.cli.adapter.process;

import dev.keyturn.domain.credential.CredentialText;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.profile.plan.SettingProgram;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.Rfc3339;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The output of a {@code credential_process}: a JSON object with {@code "Version": 1}. Other
 * members and their content are ignored, as the AWS CLI does.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">
 *     Process credential provider</a>
 */
final class ProcessAnswer {

  private final SettingProgram program;
  private final Map<String, Member> members;

  /** A member's value; {@code text} is empty for an object or a list. */
  private record Member(JsonToken token, String text) {}

  private ProcessAnswer(SettingProgram program, Map<String, Member> members) {
    this.program = program;
    this.members = members;
  }

  /**
   * The credentials in {@code json}.
   *
   * @throws dev.keyturn.domain.failure.FailureException if they are incomplete
   */
  static Signer credentials(String json, SettingProgram program) {
    return new ProcessAnswer(program, members(json, program)).credentials();
  }

  /**
   * The credentials in {@code json}, which must be those of a session whose end is known.
   *
   * @throws dev.keyturn.domain.failure.FailureException if they are incomplete
   */
  static SessionCredentials session(String json, SettingProgram program) {
    return new ProcessAnswer(program, members(json, program)).session();
  }

  private SessionCredentials session() {
    String id = credentials().accessKeyId();
    Secret secret = Secret.of(required("SecretAccessKey", CredentialText::isSecret));
    Secret token = Secret.of(required("SessionToken", CredentialText::isSecret));
    String end = required("Expiration", text -> Rfc3339.parse(text).isPresent());
    return new SessionCredentials(id, secret, token, Rfc3339.parse(end).orElseThrow());
  }

  private Signer credentials() {
    Member version = members.get("Version");
    if (version == null || version.token() != JsonToken.VALUE_NUMBER_INT) {
      throw program.failure("wrote JSON without the number \"Version\": 1").exception();
    }
    if (!version.text().equals("1")) {
      throw program.failure("wrote credentials of a version other than 1").exception();
    }
    text("Expiration", end -> Rfc3339.parse(end).isPresent());
    String token = text("SessionToken", CredentialText::isSecret);
    return new Signer(
        required("AccessKeyId", CredentialText::isAccessKeyId),
        Secret.of(required("SecretAccessKey", CredentialText::isSecret)),
        token == null ? null : Secret.of(token));
  }

  private String required(String name, Predicate<String> fits) {
    String text = text(name, fits);
    if (text == null) {
      throw program.failure("did not write \"" + name + "\"").exception();
    }
    return text;
  }

  /** Null for a member that is missing, null or empty. */
  private @Nullable String text(String name, Predicate<String> fits) {
    Member member = members.get(name);
    if (member == null
        || member.token() == JsonToken.VALUE_NULL
        || (member.token() == JsonToken.VALUE_STRING && member.text().isEmpty())) {
      return null;
    }
    if (member.token() != JsonToken.VALUE_STRING) {
      throw program.failure("wrote \"" + name + "\", but not as a string").exception();
    }
    if (!fits.test(member.text())) {
      throw program
          .failure("wrote \"" + name + "\" with a value that AWS would not accept")
          .exception();
    }
    return member.text();
  }

  private static Map<String, Member> members(String json, SettingProgram program) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw program.failure("did not write a JSON object").exception();
      }
      Map<String, Member> members = new HashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        members.put(name, new Member(token, token.isScalarValue() ? parser.getString() : ""));
        parser.skipChildren();
      }
      if (parser.nextToken() != null) {
        throw program.failure("wrote more than one JSON object").exception();
      }
      return members;
    } catch (JacksonException e) {
      // Not passed as cause: its message may quote the text, which may contain keys.
      throw program.failure("did not write a JSON object").exception();
    }
  }
}
