package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a section contains, complete or not. Placeholders are not keys.
 *
 * @param section the section
 * @param id its access key id, if it has one
 * @param secret its secret access key, if it has one
 * @param token its session token under either name, if it has one
 */
record StaticKeys(
    Section section, @Nullable Setting id, @Nullable Setting secret, @Nullable Setting token) {

  static final String ID = "aws_access_key_id";
  static final String SECRET = "aws_secret_access_key";
  static final String TOKEN = "aws_session_token";

  /** The name of {@code aws_session_token} before 2015; boto 2 and aws-mfa still write it. */
  static final String OLD_TOKEN = "aws_security_token";

  static StaticKeys of(Section section) {
    return new StaticKeys(
        section,
        section.given(ID).orElse(null),
        section.given(SECRET).orElse(null),
        section.given(TOKEN).or(() -> section.given(OLD_TOKEN)).orElse(null));
  }

  boolean none() {
    return id == null && secret == null;
  }

  /** Keys without a token: only these can call GetSessionToken. */
  boolean longTerm() {
    return !none() && token == null;
  }

  /** Keys of a session that another tool stored here. */
  boolean session() {
    return !none() && token != null;
  }

  /**
   * Whether overwriting the section could destroy long-term keys: only keys with both a session
   * token and a temporary key id are known to be a session.
   */
  boolean precious() {
    return !none() && (token == null || id == null || !AccessKey.isTemporary(id.value()));
  }

  /**
   * Whether the key is in the credentials file, which takes precedence over {@code
   * credential_process}.
   */
  boolean inCredentialsFile() {
    Setting first = id != null ? id : secret;
    return first != null && first.origin().kind() == FileKind.CREDENTIALS;
  }

  /**
   * The key, recorded as used.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad} when the id or
   *     the secret is missing
   */
  AccessKey complete(Findings findings) {
    if (id == null || secret == null) {
      throw halfMissing(id == null ? ID : SECRET, id == null ? SECRET : ID);
    }
    ValueRule.checkKey(section.name(), id);
    ValueRule.checkKey(section.name(), secret);
    ValueRule.checkKey(section.name(), token);
    String keyId = findings.use(id);
    return new AccessKey(keyId, Secret.of(findings.use(secret)));
  }

  /** The session token, recorded as used; only of keys that are {@link #session()} keys. */
  Secret token(Findings findings) {
    return Secret.of(findings.use(Objects.requireNonNull(token)));
  }

  private RuntimeException halfMissing(String missing, String present) {
    Origin origin = section.setting(present).map(Setting::origin).orElse(section.origin());
    boolean placeholder = section.filled(missing).isPresent();
    return new ProfileFailure.Bad(
            section.name(),
            "profile '"
                + section.name()
                + "' has "
                + present
                + " but "
                + (placeholder ? "a placeholder for " : "no ")
                + missing
                + " ("
                + origin
                + ")",
            ShellCommand.of(
                "keyturn", "config", "set", "profile." + section.name() + "." + missing, "-"))
        .exception();
  }
}
