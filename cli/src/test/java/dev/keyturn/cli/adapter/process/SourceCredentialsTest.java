package dev.keyturn.cli.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SettingProgram;
import dev.keyturn.domain.profile.plan.SignIn;
import dev.keyturn.domain.session.store.AwsCliCache;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sign-ins that the AWS CLI's cache does no longer have. */
class SourceCredentialsTest {

  private static final SignIn LOGIN =
      new SignIn.Login("console", "arn:aws:iam::123456789012:user/alice");
  private static final SignIn SSO =
      new SignIn.SingleSignOn("company", "123456789012", "Admin", "company", "");

  private final List<String> run = new ArrayList<>();
  private String answer =
      """
      {"Version": 1, "AccessKeyId": "ASIAIOSFODNN7EXAMPLE",
       "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
       "SessionToken": "AQoEXAMPLEH4aoAH0gNCAPy", "Expiration": "2026-11-21T13:00:00+00:00"}
      """;

  private String version = "aws-cli/2.34.1 Python/3.13.7 Linux/6.8.0";

  private final ProgramOutput programs =
      new ProgramOutput() {
        @Override
        public void checkNotWithin(String profile) {}

        @Override
        public String of(SettingProgram program, Map<String, String> more) {
          run.add(program.command());
          if (program.command().equals("aws --version")) {
            if (version.isEmpty()) {
              throw program.failure("cannot be run").exception();
            }
            return version;
          }
          if (answer.isEmpty()) {
            throw program.failure("ended with exit status 255").exception();
          }
          return answer;
        }
      };

  private SessionCredentials signedIn(SignIn base) {
    return new SourceCredentials(programs, AwsCliCache.NONE, () -> Instant.EPOCH).signedIn(base);
  }

  @Test
  void are_asked_of_the_AWS_CLI_which_renews_them() {
    assertThat(signedIn(LOGIN).expiration()).isEqualTo(Instant.parse("2026-11-21T13:00:00Z"));
    assertThat(run)
        .containsExactly("aws configure export-credentials --profile console --format process");
  }

  @Test
  void need_a_person_where_it_has_none() {
    answer = "";
    assertSignedOut(LOGIN, "aws login --profile console");
    assertSignedOut(SSO, "aws sso login --profile company");
  }

  @Test
  void name_the_AWS_CLI_that_cannot_sign_in() {
    answer = "";
    version = "aws-cli/1.45.11 Python/3.11.7 Linux/6.18.44 botocore/1.43.11\n";
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> signedIn(SSO))
        .withMessageContaining("version 1.45.11 of the AWS CLI cannot sign in")
        .satisfies(e -> assertThat(e.failure().hint()).contains("install version 2"));
    version = "";
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> signedIn(SSO))
        .withMessageContaining("the AWS CLI cannot be run here")
        .satisfies(e -> assertThat(e.failure().hint()).contains("install version 2"));
  }

  @Test
  void without_an_expiration_are_refused() {
    answer = answer.replace("Expiration", "End");
    assertSignedOut(LOGIN, "aws login --profile console");
  }

  private void assertSignedOut(SignIn base, String hint) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> signedIn(base))
        .satisfies(e -> assertThat(e.failure()).isInstanceOf(ProfileFailure.SignedOut.class))
        .satisfies(e -> assertThat(e.failure().hint()).isEqualTo(hint));
  }
}
