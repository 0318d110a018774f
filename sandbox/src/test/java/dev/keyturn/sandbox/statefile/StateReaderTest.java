package dev.keyturn.sandbox.statefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.User;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private final StateReader reader = new StateReader(new Identifiers(new Random(1)), NOW);

  @Test
  void the_default_company_is_complete() {
    List<Account> accounts = reader.readDefault().state().accounts();
    assertThat(accounts).extracting(Account::id).containsExactly("123456789012", "210987654321");
    assertThat(accounts.get(0).alias()).isEqualTo("example");
    assertThat(accounts.get(0).users())
        .extracting(User::name)
        .containsExactly("alice", "newcomer", "passkey", "token", "twin");
    assertThat(accounts.get(0).devices())
        .extracting(MfaDevice::serialNumber)
        .containsExactly(
            "arn:aws:iam::123456789012:mfa/alice",
            "arn:aws:iam::123456789012:u2f/user/passkey/phone-EXAMPLE2ABCDEFGHIJ",
            "arn:aws:iam::123456789012:mfa/twin-one",
            "arn:aws:iam::123456789012:mfa/twin-two",
            "GAHT12345678");
    assertThat(accounts.get(0).roles()).extracting("name").containsExactly("admin", "readonly");
    assertThat(Objects.requireNonNull(accounts.get(0).bucket("examplebucket")).objects())
        .containsOnlyKeys("Vagrantfile", "config.yml", "screenshot-1.png");
    assertThat(accounts.get(1).role("deploy")).isNotNull();
  }

  @Test
  void what_is_missing_is_made_up() {
    User bob = user("{\"UserName\":\"bob\",\"MFADevices\":[{}]}");
    assertThat(bob.accessKeys().get(0).id()).matches("AKIA[A-Z2-7]{16}");
    assertThat(bob.accessKeys().get(0).secret()).matches("[A-Za-z0-9/+]{40}");
    assertThat(bob.id()).matches("AIDA[A-Z2-7]{17}");
    assertThat(bob.createDate()).isEqualTo(NOW);
  }

  @Test
  void an_empty_list_of_keys_stays_empty() {
    assertThat(user("{\"UserName\":\"bob\",\"AccessKeys\":[]}").accessKeys()).isEmpty();
  }

  @Test
  void a_virtual_device_gets_a_seed_of_64_characters() {
    assertThat(seed("{}")).matches("[A-Z2-7]{64}");
  }

  @Test
  void a_passkey_or_token_without_a_seed_cannot_be_checked() {
    assertThat(seed("{\"SerialNumber\":\"GAHT12345678\"}")).isEmpty();
    assertThat(seed("{\"SerialNumber\":\"arn:aws:iam::1:u2f/user/b/p-1\"}")).isEmpty();
  }

  @Test
  void faults_are_read() {
    Situation situation =
        reader.read(
            """
            {"Faults":[{"Action":"GetSessionToken","Times":2,"Kind":"throttle"},
              {"LatencyMillis":50}]}\
            """);
    assertThat(situation.faults())
        .containsExactly(
            new Fault(
                "GetSessionToken", 2, Fault.Kind.THROTTLE, Duration.ZERO, null, Duration.ZERO),
            new Fault("*", null, null, Duration.ofMillis(50), null, Duration.ZERO));
  }

  @Test
  void what_was_written_is_read_back_the_same() {
    String full =
        """
        {"Accounts":[{"AccountId":"123456789012","Alias":"example","Partition":"aws-cn",
          "Root":{"AccessKeys":[{}],"MFADevices":[{}]},
          "Policies":[{"PolicyName":"p","PolicyDocument":%1$s}],
          "Groups":[{"GroupName":"g","Policies":[{"PolicyName":"i","PolicyDocument":%1$s}]}],
          "Users":[{"UserName":"bob","Path":"/team/","AccessKeys":[
              {"Status":"Inactive","ValidFrom":"2026-11-21T10:00:00Z",
               "LastUsed":{"Date":"2026-11-20T10:00:00Z","ServiceName":"s3","Region":"cn-north-1"}}],
            "MFADevices":[{"OffsetSeconds":90,"Tags":[{"Key":"k","Value":"v"}]}],
            "GroupList":["g"],
            "AttachedManagedPolicies":[{"PolicyArn":"arn:aws-cn:iam::123456789012:policy/p"}],
            "Tags":[{"Key":"k","Value":"v"}],
            "LoginProfile":{"Password":"Example-1"}}],
          "Roles":[{"RoleName":"r","Description":"d","MaxSessionDuration":7200}],
          "VirtualMFADevices":[{"SerialNumber":"arn:aws-cn:iam::123456789012:mfa/spare"}],
          "Buckets":[{"Name":"bucket","Objects":[{"Key":"k","BodyBase64":"AP8="},
            {"Key":"t","Body":"é"}]}],
          "PasswordPolicy":{"MinimumPasswordLength":12,"MaxPasswordAge":90}}],
         "Faults":[{"Kind":"cut","Times":1}],"SessionSeconds":60,"KeyDelaySeconds":5,
         "EnableCodesCount":false}\
        """
            .formatted(
                """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"*","Resource":"*"}]}\
                """);
    String once = written(reader.read(full));
    assertThat(written(reader.read(once))).isEqualTo(once);
    assertThat(once)
        .contains("\"Alias\":\"example\"", "\"OffsetSeconds\":90", "\"BodyBase64\":\"AP8=\"")
        .contains("\"GroupList\":[\"g\"]", "\"Password\":\"Example-1\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | the state: must be an object",
        "{\"Acounts\":[]} | Acounts: unknown member; known members are Accounts, Faults,"
            + " SessionSeconds, KeyDelaySeconds, EnableCodesCount, MaxStoredMiB",
        "{\"Accounts\":{}} | Accounts: must be a list",
        "{\"Accounts\":[{\"AccountId\":\"1\"}]} | Accounts[0].AccountId: must be twelve digits",
        "{\"Accounts\":[{\"Partition\":\"aws-x\"}]}"
            + " | Accounts[0].Partition: must be one of aws, aws-cn, aws-us-gov",
        "{\"Accounts\":[{\"Users\":[{}]}]} | Accounts[0].Users[0]: \"UserName\" is missing",
        "{\"Accounts\":[{\"Users\":[{\"UserName\":\"b\"},{\"UserName\":\"B\"}]}]}"
            + " | Accounts[0].Users[1]: a second user B",
        "{\"Accounts\":[{\"Users\":[{\"UserName\":\"b\",\"MFADevices\":[{\"Seed\":\"1!\"}]}]}]}"
            + " | Accounts[0].Users[0].MFADevices[0].Seed: must be base32",
        "{\"Accounts\":[{\"Roles\":[{\"RoleName\":\"r\",\"MaxSessionDuration\":1}]}]}"
            + " | Accounts[0].Roles[0].MaxSessionDuration: must be a whole number from 3600 to"
            + " 43200",
        "{\"Faults\":[{\"Kind\":\"x\"}]}"
            + " | Faults[0].Kind: must be one of throttle, 500, 503, unknown-key, clock, cut, slow, garbage, expired-certificate",
        "{\"Faults\":[{}]} | Faults[0]: needs \"Kind\" or \"LatencyMillis\"",
        "{\"SessionSeconds\":1.5}" + " | SessionSeconds: must be a whole number from 1 to 31622400"
      })
  void what_is_wrong_is_named_with_its_place(String state, String message) {
    assertThatExceptionOfType(StateFileException.class)
        .isThrownBy(() -> reader.read(state))
        .withMessage("line 1, " + message);
  }

  @Test
  void the_line_is_that_of_the_mistake() {
    String state =
        """
        {"SessionSeconds": 60, "Accounts": [
          {"Alias": "a \\"b\\", {[", "Users": [],
           "Roles": [{"RoleName": "r"},
             {"RoleName": "s",
              "MaxSessionDuration": 5}]},
          {"AccountId": "123456789012",
           "Buckets": []}]}
        """;
    assertThatExceptionOfType(StateFileException.class)
        .isThrownBy(() -> reader.read(state))
        .withMessageStartingWith("line 5, Accounts[0].Roles[1].MaxSessionDuration: ");
    assertThatExceptionOfType(StateFileException.class)
        .isThrownBy(() -> reader.read(state.replace("Buckets", "Bucketz")))
        .withMessageStartingWith(
            "line 7, Accounts[1].Bucketz: unknown member; known members are AccountId,");
  }

  @Test
  void a_mistake_of_syntax_is_named_with_its_line() {
    assertThatExceptionOfType(StateFileException.class)
        .isThrownBy(() -> reader.read("{\"Accounts\":[\n{,}]}"))
        .withMessageContaining("at line 2, column 2");
  }

  @Test
  void a_policy_that_aws_refuses_is_refused() {
    assertThatExceptionOfType(StateFileException.class)
        .isThrownBy(() ->
            user(
                "{\"UserName\":\"b\",\"Policies\":[{\"PolicyName\":\"p\",\"PolicyDocument\":{}}]}"))
        .withMessageStartingWith("line 1, Accounts[0].Users[0].Policies[0].PolicyDocument: ");
  }

  private User user(String json) {
    return reader
        .read("{\"Accounts\":[{\"Users\":[" + json + "]}]}")
        .state()
        .accounts()
        .get(0)
        .users()
        .get(0);
  }

  private String seed(String device) {
    var codes =
        reader
            .read(
                "{\"Accounts\":[{\"Users\":[{\"UserName\":\"b\",\"MFADevices\":["
                    + device
                    + "]}]}]}")
            .state()
            .accounts()
            .get(0)
            .devices()
            .get(0)
            .codes();
    return codes == null ? "" : codes.seed();
  }

  private static String written(Situation situation) {
    return StateWriter.write(situation.state(), situation.faults()).print();
  }
}
