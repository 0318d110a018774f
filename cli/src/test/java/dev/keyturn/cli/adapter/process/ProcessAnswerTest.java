package dev.keyturn.cli.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.plan.SettingProgram;
import dev.keyturn.domain.session.make.TokenService.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessAnswerTest {

  private static final SettingProgram PROGRAM =
      new SettingProgram("x", "credential_process", "program");

  private static final String KEYS =
      "\"Version\": 1, \"AccessKeyId\": \"ASIAIOSFODNN7EXAMPLE\", \"SecretAccessKey\": \"secret\"";

  private static Signer credentials(String json) {
    return ProcessAnswer.credentials(json, PROGRAM);
  }

  @Test
  void credentials_are_read() {
    Signer signer = credentials("{" + KEYS + ", \"SessionToken\": \"token\"}\n");
    assertThat(signer.accessKeyId()).isEqualTo("ASIAIOSFODNN7EXAMPLE");
    assertThat(signer.sessionToken()).isNotNull();
  }

  @Test
  void what_is_inside_other_members_is_ignored() {
    String inside = "{\"AccessKeyId\": \"AKIAI44QH8DHBEXAMPLE\", \"SessionToken\": \"token\"}";
    Signer signer =
        credentials("{\"Old\": [" + inside + "], " + KEYS + ", \"New\": " + inside + "}");
    assertThat(signer.accessKeyId()).isEqualTo("ASIAIOSFODNN7EXAMPLE");
    assertThat(signer.sessionToken()).isNull();
  }

  @Test
  void credentials_that_never_expire_may_say_so() {
    Signer signer = credentials("{" + KEYS + ", \"SessionToken\": \"\", \"Expiration\": null}");
    assertThat(signer.sessionToken()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | did not write a JSON object",
        "null | did not write a JSON object",
        "[{KEYS}] | did not write a JSON object",
        "{KEYS | did not write a JSON object",
        "{KEYS} {KEYS} | wrote more than one JSON object",
        "{\"Credentials\": {KEYS}} | wrote JSON without the number \"Version\": 1",
        "{KEYS, \"Version\": \"1\"} | wrote JSON without the number \"Version\": 1",
        "{KEYS, \"Version\": 1.0} | wrote JSON without the number \"Version\": 1",
        "{KEYS, \"Version\": 2} | wrote credentials of a version other than 1",
        "{KEYS, \"AccessKeyId\": 7} | wrote \"AccessKeyId\", but not as a string",
        "{KEYS, \"AccessKeyId\": \"\"} | did not write \"AccessKeyId\"",
        "{KEYS, \"AccessKeyId\": \"a #\"} | wrote \"AccessKeyId\" with a value that AWS would not"
            + " accept",
        "{KEYS, \"SecretAccessKey\": null} | did not write \"SecretAccessKey\"",
        "{KEYS, \"SecretAccessKey\": \"a\\n[b]\"} |"
            + " wrote \"SecretAccessKey\" with a value that AWS would not accept",
        "{KEYS, \"SessionToken\": [\"a\"]} | wrote \"SessionToken\", but not as a string",
        "{KEYS, \"SessionToken\": \"a\\u001b[2J\"} |"
            + " wrote \"SessionToken\" with a value that AWS would not accept",
        "{KEYS, \"Expiration\": 1795262400} | wrote \"Expiration\", but not as a string",
        "{KEYS, \"Expiration\": \"soon\"} | wrote \"Expiration\" with a value that AWS would not"
            + " accept",
      })
  void anything_else_is_said(String json, String said) {
    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> credentials(json.replace("KEYS", KEYS)));
    assertThat(refused).hasMessage("credential_process of profile 'x' " + said);
  }
}
