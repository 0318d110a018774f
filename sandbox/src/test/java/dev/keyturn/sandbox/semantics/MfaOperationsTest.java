package dev.keyturn.sandbox.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MFA devices as IAM has them, from creation to deletion. */
class MfaOperationsTest {
  private static final String PHONE = Company.ARN + "mfa/phone";
  private static final String NO_USER =
      "404 NoSuchEntity: The user with name nobody cannot be found.";
  private static final String WRONG_CODES =
      "403 InvalidAuthenticationCode: Authentication code for device is not valid.";

  private final Company company = new Company();
  private final TestClient boss = company.boss;

  @AfterEach
  void stop() {
    company.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, mfa/phone",
    "/test-path/, mfa/test-path/phone",
    "/test//double/, mfa/test//double/phone"
  })
  void a_serial_number_is_an_arn_with_the_path(String path, String resource) {
    Answer answer =
        boss.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone", "Path", path);
    assertThat(answer.text("SerialNumber")).isEqualTo(Company.ARN + resource);
  }

  @Test
  void a_seed_is_64_base32_characters_in_base64() {
    assertThat(seed(create())).matches("[A-Z2-7]{64}");
  }

  @Test
  void a_qr_code_is_a_png_in_base64() {
    byte[] png = Base64.getDecoder().decode(create().text("QRCodePNG"));
    assertThat(png).startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
  }

  @Test
  void seed_and_picture_are_reported_only_once() {
    create();
    Answer list = boss.call("ListVirtualMFADevices");
    assertThat(list.body()).contains(PHONE).doesNotContain("Base32StringSeed", "QRCodePNG");
  }

  @Test
  void a_device_of_the_same_name() {
    create();
    assertThat(create().outcome()).isEqualTo("409 EntityAlreadyExists: MFA device already exists.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "/test", "test/"})
  void a_path_without_its_slashes(String path) {
    assertThat(
            boss.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone", "Path", path)
                .outcome())
        .isEqualTo(
            "400 ValidationError: The specified value for path is invalid. It must begin and end"
                + " with / and contain only alphanumeric characters and/or / characters.");
  }

  @Test
  void a_path_of_more_than_512_characters() {
    String path = "/" + "b".repeat(511) + "/";
    assertThat(
            boss.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone", "Path", path)
                .outcome())
        .isEqualTo(
            "400 ValidationError: 1 validation error detected: Value at 'path' failed to satisfy"
                + " constraint: Member must have length less than or equal to 512");
  }

  @Test
  void a_name_is_required_and_has_an_alphabet() {
    assertThat(boss.call("CreateVirtualMFADevice").outcome())
        .isEqualTo(
            "400 ValidationError: 1 validation error detected: Value at 'virtualMFADeviceName'"
                + " failed to satisfy constraint: Member must not be null");
    assertThat(boss.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "a b").outcome())
        .endsWith("Member must satisfy regular expression pattern: [\\w+=,.@-]+");
  }

  @Test
  void the_code_before_and_the_code_now_enable_a_device() {
    assertThat(enable("bob", seed(create()), -1).outcome()).isEqualTo("200");
    assertThat(boss.call("ListMFADevices", "UserName", "bob").text("EnableDate"))
        .isEqualTo("2026-11-21T09:00:10Z");
  }

  @Test
  void codes_out_of_order_or_equal_enable_nothing() {
    String seed = seed(create());
    String before = code(seed, -1);
    String now = code(seed, 0);
    assertThat(call("EnableMFADevice", "bob", PHONE, now, before)).isEqualTo(WRONG_CODES);
    assertThat(call("EnableMFADevice", "bob", PHONE, now, now)).isEqualTo(WRONG_CODES);
  }

  @Test
  void an_unknown_user_is_reported_before_the_codes_are_looked_at() {
    assertThat(call("EnableMFADevice", "nobody", PHONE, "000000", "000000")).isEqualTo(NO_USER);
    assertThat(call("ResyncMFADevice", "nobody", PHONE, "000000", "000000")).isEqualTo(NO_USER);
    assertThat(call("DeactivateMFADevice", "nobody", PHONE, "000000", "0")).isEqualTo(NO_USER);
  }

  @Test
  void a_device_that_is_attached_already() {
    assertThat(call("EnableMFADevice", "bob", Company.DEVICE, "000000", "111111"))
        .isEqualTo("409 EntityAlreadyExists: MFA Device is already in use.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EnableMFADevice",
        "ResyncMFADevice",
        "DeactivateMFADevice",
        "DeleteVirtualMFADevice"
      })
  void a_device_that_does_not_exist(String action) {
    assertThat(call(action, "bob", PHONE, "000000", "111111"))
        .isEqualTo(
            "404 NoSuchEntity: MFA Device with serial number arn:aws:iam::123456789012:mfa/phone"
                + " does not exist.");
  }

  @ParameterizedTest
  @CsvSource({"12345, less", "1234567, more"})
  void a_code_has_six_digits(String code, String ignored) {
    create();
    assertThat(call("EnableMFADevice", "bob", PHONE, code, "111111"))
        .startsWith(
            "400 ValidationError: 1 validation error detected: Value at 'authenticationCode1'"
                + " failed to satisfy constraint: Member must have length ")
        .endsWith("than or equal to 6");
  }

  @Test
  void a_ninth_device_of_a_user() {
    for (int i = 1; i <= 8; i++) {
      String seed = seed(boss.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "bob" + i));
      String serial = Company.ARN + "mfa/bob" + i;
      assertThat(call("EnableMFADevice", "bob", serial, code(seed, -1), code(seed, 0)))
          .isEqualTo("200");
    }
    String seed = seed(create());
    assertThat(enable("bob", seed, -1).outcome())
        .isEqualTo("409 LimitExceeded: Cannot exceed quota for MFADevicesPerUser: 8");
  }

  @Test
  void codes_that_come_too_late_leave_the_device_out_of_sync_until_two_codes_more() {
    String seed = seed(create());
    assertThat(enable("boss", seed, -20).outcome()).isEqualTo("200");
    assertThat(session(code(seed, 0))).startsWith("403 AccessDenied");
    assertThat(call("ResyncMFADevice", "boss", PHONE, code(seed, -1), code(seed, 0)))
        .isEqualTo("200");
    company.sandbox.pass(Duration.ofSeconds(30));
    assertThat(session(code(seed, 0))).isEqualTo("200");
  }

  @Test
  void wrong_codes_resynchronise_nothing() {
    assertThat(call("ResyncMFADevice", "boss", Company.DEVICE, "000000", "000000"))
        .isEqualTo(WRONG_CODES);
  }

  @Test
  void root_has_no_name_to_enable_a_device_for() {
    create();
    assertThat(
            company
                .as("root")
                .call(
                    "EnableMFADevice",
                    "SerialNumber",
                    PHONE,
                    "AuthenticationCode1",
                    "000000",
                    "AuthenticationCode2",
                    "111111")
                .outcome())
        .endsWith("Value at 'userName' failed to satisfy constraint: Member must not be null");
  }

  @Test
  void a_user_with_mfa_and_a_self_service_policy_manages_devices_in_an_mfa_session_only() {
    try (TestSandbox usual = TestSandbox.start()) {
      TestClient alice = usual.as("alice");
      String serial = Company.ARN + "mfa/alice";
      String[] deactivation = {"UserName", "alice", "SerialNumber", serial};
      assertThat(alice.call("DeactivateMFADevice", deactivation).outcome())
          .startsWith("403 AccessDenied")
          .endsWith("with an explicit deny in an identity-based policy");
      TestClient session =
          alice
              .call("GetSessionToken", "SerialNumber", serial, "TokenCode", usual.code(serial))
              .session();
      assertThat(session.call("DeactivateMFADevice", deactivation).outcome()).isEqualTo("200");
    }
  }

  @Test
  void a_deactivated_device_stays_with_its_seed() {
    String seed = seed(create());
    enable("bob", seed, -1);
    boss.call("DeactivateMFADevice", "UserName", "bob", "SerialNumber", PHONE);
    assertThat(boss.call("ListVirtualMFADevices", "AssignmentStatus", "Unassigned").body())
        .contains(PHONE);
    company.sandbox.pass(Duration.ofMinutes(2));
    assertThat(enable("bob", seed, -1).outcome()).isEqualTo("200");
  }

  @Test
  void the_user_name_may_be_left_out_when_the_caller_is_meant() {
    assertThat(boss.call("DeactivateMFADevice", "SerialNumber", Company.DEVICE).outcome())
        .isEqualTo("200");
    assertThat(company.as("tom").call("ListMFADevices").text("SerialNumber"))
        .isEqualTo("GAHT12345678");
    assertThat(company.role().call("ListMFADevices").outcome())
        .isEqualTo(
            "400 ValidationError: Must specify userName when calling with non-User credentials");
  }

  @Test
  void an_attached_device_is_not_deleted() {
    assertThat(boss.call("DeleteVirtualMFADevice", "SerialNumber", Company.DEVICE).outcome())
        .isEqualTo("409 DeleteConflict: MFA VirtualDevice in use. Must deactivate first.");
    boss.call("DeactivateMFADevice", "SerialNumber", Company.DEVICE);
    assertThat(boss.call("DeleteVirtualMFADevice", "SerialNumber", Company.DEVICE).outcome())
        .isEqualTo("200");
  }

  @Test
  void virtual_devices_are_listed_by_assignment_with_their_user() {
    create();
    Answer assigned = boss.call("ListVirtualMFADevices", "AssignmentStatus", "Assigned");
    assertThat(assigned.body())
        .doesNotContain(PHONE)
        .containsPattern(
            "<member><SerialNumber>arn:aws:iam::123456789012:mfa/boss</SerialNumber><User>"
                + "<Path>/</Path><UserName>boss</UserName><UserId>AIDA[A-Z2-7]{17}</UserId>"
                + "<Arn>arn:aws:iam::123456789012:user/boss</Arn><CreateDate>[^<]+</CreateDate>"
                + "</User><EnableDate>[^<]+</EnableDate></member>");
    assertThat(boss.call("ListVirtualMFADevices", "AssignmentStatus", "Unassigned").body())
        .contains("<member><SerialNumber>" + PHONE + "</SerialNumber></member>")
        .doesNotContain("mfa/boss");
    assertThat(boss.call("ListVirtualMFADevices").body()).contains(PHONE, "mfa/boss");
  }

  @Test
  void pages_follow_each_other_by_their_marker() {
    create();
    Answer first = boss.call("ListVirtualMFADevices", "MaxItems", "1");
    assertThat(first.text("IsTruncated")).isEqualTo("true");
    Answer second =
        boss.call("ListVirtualMFADevices", "MaxItems", "100", "Marker", first.text("Marker"));
    assertThat(second.text("IsTruncated")).isEqualTo("false");
    assertThat(second.body()).doesNotContain(first.text("SerialNumber"), "<Marker>");
    assertThat(boss.call("ListVirtualMFADevices", "Marker", "invalid-marker").outcome())
        .isEqualTo("400 ValidationError: Invalid Marker.");
  }

  @Test
  void a_passkey_is_described_and_only_virtual_devices_have_tags() {
    String passkey = Company.ARN + "u2f/user/pat/phone-EXAMPLE2ABCDEFGHIJ";
    assertThat(boss.call("GetMFADevice", "SerialNumber", passkey, "UserName", "pat").outcome())
        .isEqualTo("200");
    String[] tag = {
      "SerialNumber", Company.DEVICE, "Tags.member.1.Key", "team", "Tags.member.1.Value", "a"
    };
    assertThat(boss.call("TagMFADevice", tag).outcome()).isEqualTo("200");
    assertThat(boss.call("ListMFADeviceTags", "SerialNumber", Company.DEVICE).body())
        .contains("<member><Key>team</Key><Value>a</Value></member>");
    boss.call("UntagMFADevice", "SerialNumber", Company.DEVICE, "TagKeys.member.1", "team");
    assertThat(boss.call("ListMFADeviceTags", "SerialNumber", Company.DEVICE).body())
        .doesNotContain("<Key>");
    tag[1] = "GAHT12345678";
    assertThat(boss.call("TagMFADevice", tag).status()).isIn(400, 404);
  }

  private Answer create() {
    return boss.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone");
  }

  /** One layer of base64: decoding once gives the text to show. */
  private static String seed(Answer created) {
    byte[] text = Base64.getDecoder().decode(created.text("Base32StringSeed"));
    return new String(text, StandardCharsets.US_ASCII);
  }

  private String code(String seed, int step) {
    return TestSandbox.oracle(seed, now().plusSeconds(30L * step));
  }

  private Instant now() {
    return company.sandbox.now();
  }

  private Answer enable(String user, String seed, int firstStep) {
    return boss.call(
        "EnableMFADevice",
        "UserName",
        user,
        "SerialNumber",
        PHONE,
        "AuthenticationCode1",
        code(seed, firstStep),
        "AuthenticationCode2",
        code(seed, firstStep + 1));
  }

  private String call(String action, String user, String serial, String first, String second) {
    return boss.call(
            action,
            "UserName",
            user,
            "SerialNumber",
            serial,
            "AuthenticationCode1",
            first,
            "AuthenticationCode2",
            second)
        .outcome();
  }

  private String session(String code) {
    return boss.call("GetSessionToken", "SerialNumber", PHONE, "TokenCode", code).outcome();
  }
}
