package dev.keyturn;

import dev.keyturn.adapter.program.SettingPrograms;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SettingProgram;
import dev.keyturn.domain.profile.plan.SignIn;
import dev.keyturn.domain.session.make.BaseCredentials;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/** The credentials a plan begins with; those that are not in the files are left to the SDK. */
final class SdkBaseCredentials implements BaseCredentials {

  private final SettingPrograms programs;
  private final ProfileFiles files;

  SdkBaseCredentials(SettingPrograms programs, ProfileFiles files) {
    this.programs = programs;
    this.files = files;
  }

  @Override
  public Signer of(SessionPlan plan) {
    AwsCredentials keys = keys(plan.base());
    String token = keys instanceof AwsSessionCredentials session ? session.sessionToken() : null;
    return new Signer(
        keys.accessKeyId(),
        Secret.of(keys.secretAccessKey()),
        token == null ? null : Secret.of(token));
  }

  private AwsCredentials keys(Base base) {
    if (base instanceof SignIn signIn) {
      return profile(files.read(), signIn.profile());
    }
    if (base instanceof Base.CredentialProcess process) {
      return ofProgram(process);
    }
    throw new IllegalStateException("left to the SDK: " + base.kind());
  }

  /** The credentials of a profile for which no session is made. */
  AwsCredentials asTheyAre(PlannedProfile profile) {
    SessionPlan plan = profile.plan();
    programs.checkNotWithin(plan);
    return plan.base() instanceof Base.CredentialProcess process
        ? ofProgram(process)
        : profile(profile.files(), plan.profile());
  }

  private AwsCredentials ofProgram(Base.CredentialProcess process) {
    SettingProgram program =
        new SettingProgram(process.profile(), "credential_process", process.command());
    try (ProcessCredentialsProvider sdk =
        ProcessCredentialsProvider.builder().command(programs.inShell(program)).build()) {
      return sdk.resolveCredentials();
    }
  }

  /** What the SDK's own provider gives for {@code profile}. */
  private static AwsCredentials profile(AwsConfiguration configuration, String profile) {
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
