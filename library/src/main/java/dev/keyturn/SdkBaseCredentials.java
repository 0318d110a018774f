package dev.keyturn;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.profile.AwsConfiguration;
import dev.keyturn.domain.profile.ProfileFiles;
import dev.keyturn.domain.profile.SessionPlan;
import dev.keyturn.domain.profile.SessionPlan.Base;
import dev.keyturn.domain.session.BaseCredentials;
import dev.keyturn.domain.session.TokenService.Signer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/** The credentials a plan begins with; what the files do not hold is left to the SDK. */
final class SdkBaseCredentials implements BaseCredentials {

  private final ProfileFiles files;

  SdkBaseCredentials(ProfileFiles files) {
    this.files = files;
  }

  @Override
  public Signer of(SessionPlan plan) {
    Base base = plan.base();
    if (base instanceof Base.Keys keys) {
      return Signer.of(keys.key());
    }
    if (base instanceof Base.StoredSession stored) {
      return signer(stored.key(), stored.token());
    }
    if (base instanceof Base.Environment variables) {
      return signer(variables.key(), variables.token());
    }
    if (base instanceof Base.CredentialProcess process) {
      return ofProgram(process);
    }
    throw new IllegalStateException("left to the SDK: " + base.kind());
  }

  private static Signer signer(AccessKey key, @Nullable Secret token) {
    return new Signer(key.id(), key.secret(), token);
  }

  private Signer ofProgram(Base.CredentialProcess process) {
    AwsCredentials keys = profile(files.read(), process.profile());
    String token = keys instanceof AwsSessionCredentials session ? session.sessionToken() : null;
    return new Signer(
        keys.accessKeyId(),
        Secret.of(keys.secretAccessKey()),
        token == null ? null : Secret.of(token));
  }

  /** What the SDK's own provider gives for {@code profile}. */
  static AwsCredentials profile(AwsConfiguration configuration, String profile) {
    ProfileFile.Aggregator both = ProfileFile.aggregator();
    add(both, ProfileFile.Type.CONFIGURATION, configuration.configFile());
    add(both, ProfileFile.Type.CREDENTIALS, configuration.credentialsFile());
    try (ProfileCredentialsProvider sdk =
        ProfileCredentialsProvider.builder()
            .profileFile(both.build())
            .profileName(profile)
            .build()) {
      return sdk.resolveCredentials();
    }
  }

  private static void add(ProfileFile.Aggregator both, ProfileFile.Type type, String file) {
    Path path = Path.of(file);
    if (path.toFile().exists()) {
      both.addFile(ProfileFile.builder().type(type).content(path).build());
    }
  }
}
