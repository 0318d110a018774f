package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program may do with a session that session policies limit, asked of a local AWS. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SessionPoliciesTest {

  private static final String ADMIN = "arn:aws:sts::123456789012:assumed-role/admin/alice";

  /** Prints which of some calls are allowed. boto3 before 1.28 does not read AWS_ENDPOINT_URL. */
  private static final String PRINT_ALLOWED =
      """
      import boto3, os
      from botocore.exceptions import ClientError
      iam = boto3.client('iam', endpoint_url=os.environ['AWS_ENDPOINT_URL'])
      calls = {'ListUsers': lambda: iam.list_users(),
               'GetRole': lambda: iam.get_role(RoleName='admin'),
               'TagRole': lambda: iam.tag_role(RoleName='admin', Tags=[{'Key': 'a', 'Value': 'b'}])}
      def allowed(call):
          try:
              calls[call]()
              return True
          except ClientError as e:
              assert e.response['Error']['Code'] == 'AccessDenied', e
              return False
      print(' '.join(call for call in calls if allowed(call)))
      """;

  @TempDir private static Path home;

  @SuppressWarnings("NullAway.Init")
  private static Company company;

  @BeforeAll
  static void log_in() throws Exception {
    company = Company.start(home, 3600);
    Company.output(company.keyturn("login", "admin", company.code()));
    Files.writeString(home.resolve("listing.json"), policy("iam:List*"));
  }

  @AfterAll
  static void stop() {
    company.close();
  }

  private static String policy(String action) {
    return """
    {"Version": "2012-10-17",
     "Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "*"}]}
    """
        .formatted(action);
  }

  private static String allowed(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--", "/usr/bin/python3", "-c", PRINT_ALLOWED));
    return Company.output(company.keyturn(all.toArray(String[]::new)));
  }

  @ParameterizedTest
  @CsvSource({
    "exec admin,                                                  ListUsers GetRole TagRole",
    "exec admin --read-only,                                      ListUsers GetRole",
    "exec --server admin --read-only,                             ListUsers GetRole",
    "exec admin --policy LISTING,                                 ListUsers",
    "exec admin --policy-arn arn:aws:iam::aws:policy/IAMFullAccess, ListUsers GetRole TagRole",
    "exec admin --read-only --policy LISTING,                     ListUsers GetRole",
    "exec admin --policy-arn arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess, ''"
  })
  void a_program_may_do_what_role_and_session_policies_allow(String words, String calls)
      throws Exception {
    Client.BOTO3.require();
    String line = words.replace("LISTING", home.resolve("listing.json").toString());
    assertThat(allowed(line.split(" ", -1))).isEqualTo(calls);
  }

  @Test
  void an_endpoint_serves_the_limited_session_alone() throws Exception {
    Client.BOTO3.require();
    try (Endpoint endpoint = Endpoint.start(company, "admin", "--read-only")) {
      assertThat(Client.BOTO3.run(endpoint.environment(), PRINT_ALLOWED))
          .isEqualTo("ListUsers GetRole");
      String profile = endpoint.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI") + "/profile/reader";
      assertThat(Client.BOTO3.run(endpoint.environment(), PRINT_STATUS.formatted(profile)))
          .isEqualTo("403");
    }
  }

  @SuppressWarnings("InlineFormatString") // too long for where it is used
  private static final String PRINT_STATUS =
      """
      import os, urllib.request, urllib.error
      request = urllib.request.Request(
          '%s', headers={'Authorization': os.environ['AWS_CONTAINER_AUTHORIZATION_TOKEN']})
      try:
          print(urllib.request.urlopen(request).status)
      except urllib.error.HTTPError as e:
          print(e.code)
      """;

  /** It would be handed the session of the role without the policies. */
  @Test
  void keyturn_in_such_a_program_makes_no_other_session() {
    List<String> words = new ArrayList<>(List.of("exec", "admin", "--read-only", "--"));
    words.addAll(company.command(List.of("env")));
    assertThatThrownBy(() -> Company.output(company.keyturn(words.toArray(String[]::new))))
        .hasMessageContaining("no session is made");
  }

  @Test
  void whoami_in_such_a_program_is_the_role() throws Exception {
    List<String> words = new ArrayList<>(List.of("exec", "admin", "--read-only", "--"));
    words.addAll(company.command(List.of("whoami", "--query", "arn")));
    assertThat(Company.output(company.keyturn(words.toArray(String[]::new)))).isEqualTo(ADMIN);
  }
}
