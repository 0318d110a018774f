package dev.keyturn.sandbox.iam;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.mfa.Base32;
import dev.keyturn.sandbox.mfa.CodeCheck;
import dev.keyturn.sandbox.mfa.Totp;
import dev.keyturn.sandbox.state.Settings;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MfaDevicesTest {
  private final IamCalls iam = new IamCalls();
  private final String serial = iam.arn("mfa/phone");

  @Nested
  class Create {

    @Test
    void the_decoded_seed_has_64_characters() {
      String seed = create("phone");
      assertThat(seed).matches("[A-Z2-7]{64}");
    }

    @Test
    void the_decoded_qr_code_is_a_png() {
      assertThat(made("phone", "QRCodePNG"))
          .startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    }

    @ParameterizedTest
    @CsvSource({
      "/, mfa/phone",
      "/test-path/, mfa/test-path/phone",
      "/test//double/, mfa/test//double/phone"
    })
    void the_serial_number_contains_path_and_name(String path, String resource) {
      assertThat(iam.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone", "Path", path))
          .containsEntry("VirtualMFADevice.SerialNumber", iam.arn(resource));
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "PHONE"})
    void a_name_is_taken_whatever_its_case(String name) {
      create("phone");
      assertThat(iam.refusal("CreateVirtualMFADevice", "VirtualMFADeviceName", name))
          .isEqualTo("409 EntityAlreadyExists MFA device already exists.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x/", "/x"})
    void a_path_begins_and_ends_with_a_slash(String path) {
      assertThat(
              iam.refusal("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone", "Path", path))
          .startsWith("400 ValidationError The specified value for path is invalid.");
    }

    @Test
    void the_caller_must_be_allowed_to_make_this_very_device() {
      create("phone");
      assertThat(iam.authorized).containsExactly("iam:CreateVirtualMFADevice on " + serial);
    }
  }

  @Nested
  class Enable {

    @Test
    void two_consecutive_codes_attach_the_device() {
      enable(create("phone"), -1, 0);
      assertThat(iam.call("ListMFADevices"))
          .containsEntry("MFADevices.1.UserName", "admin")
          .containsEntry("MFADevices.1.SerialNumber", serial)
          .containsEntry("MFADevices.1.EnableDate", "2026-11-21T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, -1", "-1, 1"})
    void codes_that_do_not_follow_each_other_are_refused(int first, int second) {
      String seed = create("phone");
      assertThat(refusal("EnableMFADevice", seed, first, second))
          .isEqualTo("403 InvalidAuthenticationCode Authentication code for device is not valid.");
      assertThat(iam.call("ListMFADevices")).doesNotContainKey("MFADevices.1.SerialNumber");
    }

    @Test
    void a_code_has_six_digits() {
      create("phone");
      assertThat(
              iam.refusal(
                  "EnableMFADevice",
                  "UserName",
                  "admin",
                  "SerialNumber",
                  serial,
                  "AuthenticationCode1",
                  "12345",
                  "AuthenticationCode2",
                  "abcdef"))
          .isEqualTo(
              "400 ValidationError 2 validation errors detected: Value at 'authenticationCode1'"
                  + " failed to satisfy constraint: Member must have length greater than or equal"
                  + " to 6; Value at 'authenticationCode2' failed to satisfy constraint: Member"
                  + " must satisfy regular expression pattern: [\\d]+");
    }

    @Test
    void an_unknown_user_is_reported_before_the_codes_are_looked_at() {
      create("phone");
      assertThat(withCodes("EnableMFADevice", "nobody", serial))
          .isEqualTo("404 NoSuchEntity The user with name nobody cannot be found.");
    }

    @Test
    void an_unknown_device_does_not_exist() {
      assertThat(withCodes("EnableMFADevice", "admin", serial))
          .isEqualTo(
              "404 NoSuchEntity MFA Device with serial number " + serial + " does not exist.");
    }

    @Test
    void a_device_in_use_is_not_attached_again() {
      String seed = create("phone");
      enable(seed, -1, 0);
      iam.passes(Duration.ofMinutes(2));
      assertThat(refusal("EnableMFADevice", seed, -1, 0))
          .isEqualTo("409 EntityAlreadyExists MFA Device is already in use.");
    }

    @Test
    void a_ninth_device_is_one_too_many() {
      for (int i = 0; i < 8; i++) {
        iam.account.add(attachedPasskey(i));
      }
      assertThat(refusal("EnableMFADevice", create("phone"), -1, 0))
          .isEqualTo("409 LimitExceeded Cannot exceed quota for MFADevicesPerUser: 8");
    }

    @Test
    void the_codes_count_as_used() {
      String seed = create("phone");
      enable(seed, -1, 0);
      assertThat(codes().accept(code(seed, 0), iam.now())).isFalse();
      assertThat(codes().accept(code(seed, 1), iam.now())).isTrue();
    }

    @Test
    void a_switch_lets_the_codes_be_used_again() {
      iam.state.change(new Settings(null, Duration.ZERO, false, 256));
      String seed = create("phone");
      enable(seed, -1, 0);
      assertThat(codes().accept(code(seed, 0), iam.now())).isTrue();
    }

    @Test
    void codes_that_come_too_late_leave_the_device_out_of_sync() {
      String seed = create("phone");
      enable(seed, -21, -20);
      assertThat(codes().accept(code(seed, 0), iam.now())).isFalse();
      iam.call("ResyncMFADevice", parameters(seed, -1, 0));
      assertThat(codes().accept(code(seed, 1), iam.now())).isTrue();
    }

    private MfaDevice attachedPasskey(int number) {
      MfaDevice passkey = new MfaDevice(iam.arn("u2f/user/admin/key-" + number), null);
      passkey.attach(iam.admin, iam.now());
      return passkey;
    }
  }

  @Nested
  class Resynchronise {

    @Test
    void a_device_that_drifted_is_believed_again() {
      String seed = create("phone");
      enable(seed, -1, 0);
      iam.passes(Duration.ofDays(100));
      assertThat(codes().accept(code(seed, 40), iam.now())).isFalse();
      iam.call("ResyncMFADevice", parameters(seed, 40, 41));
      assertThat(codes().accept(code(seed, 42), iam.now())).isTrue();
    }

    @Test
    void wrong_codes_are_refused() {
      String seed = create("phone");
      enable(seed, -1, 0);
      assertThat(refusal("ResyncMFADevice", seed, 5, 5))
          .isEqualTo("403 InvalidAuthenticationCode Authentication code for device is not valid.");
    }

    @Test
    void a_device_of_nobody_cannot_be_resynchronised() {
      assertThat(refusal("ResyncMFADevice", create("phone"), -1, 0))
          .isEqualTo(
              "404 NoSuchEntity MFA Device with serial number " + serial + " does not exist.");
    }

    @Test
    void a_passkey_has_no_codes() {
      MfaDevice passkey = new MfaDevice(iam.arn("u2f/user/admin/key"), null);
      iam.account.add(passkey);
      passkey.attach(iam.admin, iam.now());
      assertThat(withCodes("ResyncMFADevice", "admin", passkey.serialNumber()))
          .startsWith("403 InvalidAuthenticationCode");
    }
  }

  @Nested
  class Deactivate {

    @Test
    void a_virtual_device_stays_unassigned_with_its_seed() {
      String seed = create("phone");
      enable(seed, -1, 0);
      iam.call("DeactivateMFADevice", "UserName", "admin", "SerialNumber", serial);
      assertThat(iam.call("ListMFADevices")).containsOnlyKeys("IsTruncated");
      assertThat(iam.call("ListVirtualMFADevices", "AssignmentStatus", "Unassigned"))
          .containsEntry("VirtualMFADevices.1.SerialNumber", serial);
      iam.passes(Duration.ofMinutes(2));
      enable(seed, -1, 0);
    }

    @Test
    void without_a_user_name_the_device_is_the_callers() {
      enable(create("phone"), -1, 0);
      iam.call("DeactivateMFADevice", "SerialNumber", serial);
      assertThat(iam.call("ListMFADevices")).containsOnlyKeys("IsTruncated");
    }

    @Test
    void a_hardware_token_stays_in_the_account() {
      MfaDevice token = new MfaDevice("GAHT12345678", new CodeCheck("GEZDGNBVGY3TQOJQ", 0));
      iam.account.add(token);
      token.attach(iam.admin, iam.now());
      iam.call("DeactivateMFADevice", "SerialNumber", "GAHT12345678");
      assertThat(iam.account.device("GAHT12345678")).isNotNull();
    }

    @Test
    void a_passkey_goes_for_good() {
      MfaDevice passkey = new MfaDevice(iam.arn("u2f/user/admin/key"), null);
      iam.account.add(passkey);
      passkey.attach(iam.admin, iam.now());
      iam.call("DeactivateMFADevice", "SerialNumber", passkey.serialNumber());
      assertThat(iam.account.devices()).isEmpty();
    }

    @Test
    void an_unknown_device_does_not_exist() {
      assertThat(iam.refusal("DeactivateMFADevice", "SerialNumber", serial))
          .isEqualTo(
              "404 NoSuchEntity MFA Device with serial number " + serial + " does not exist.");
    }
  }

  @Nested
  class Delete {

    @Test
    void a_device_in_use_is_kept() {
      enable(create("phone"), -1, 0);
      assertThat(iam.refusal("DeleteVirtualMFADevice", "SerialNumber", serial))
          .isEqualTo("409 DeleteConflict MFA VirtualDevice in use. Must deactivate first.");
    }

    @Test
    void an_unassigned_device_is_deleted() {
      create("phone");
      iam.call("DeleteVirtualMFADevice", "SerialNumber", serial);
      assertThat(iam.call("ListVirtualMFADevices")).containsOnlyKeys("IsTruncated");
    }

    @Test
    void an_unknown_device_does_not_exist() {
      assertThat(iam.refusal("DeleteVirtualMFADevice", "SerialNumber", serial))
          .isEqualTo(
              "404 NoSuchEntity MFA Device with serial number " + serial + " does not exist.");
    }
  }

  @Nested
  class Lists {

    @Test
    void virtual_devices_are_listed_by_assignment_and_never_with_their_seed() {
      enable(create("phone"), -1, 0);
      create("spare");
      assertThat(iam.call("ListVirtualMFADevices", "AssignmentStatus", "Assigned"))
          .containsEntry("VirtualMFADevices.1.SerialNumber", serial)
          .containsEntry("VirtualMFADevices.1.User.UserName", "admin")
          .containsEntry("VirtualMFADevices.1.User.Arn", iam.arn("user/admin"))
          .containsEntry("VirtualMFADevices.1.EnableDate", "2026-11-21T12:00:00Z")
          .doesNotContainKey("VirtualMFADevices.2.SerialNumber");
      assertThat(iam.call("ListVirtualMFADevices", "AssignmentStatus", "Unassigned"))
          .containsOnlyKeys("VirtualMFADevices.1.SerialNumber", "IsTruncated");
      assertThat(iam.call("ListVirtualMFADevices"))
          .containsEntry("VirtualMFADevices.2.SerialNumber", iam.arn("mfa/spare"))
          .doesNotContainKey("VirtualMFADevices.1.Base32StringSeed");
    }

    @Test
    void pages_follow_each_other_by_their_marker() {
      create("one");
      create("two");
      create("three");
      Map<String, String> first = iam.call("ListVirtualMFADevices", "MaxItems", "2");
      assertThat(first)
          .containsEntry("IsTruncated", "true")
          .doesNotContainKey("VirtualMFADevices.3.SerialNumber");
      assertThat(
              iam.call(
                  "ListVirtualMFADevices",
                  "MaxItems",
                  "2",
                  "Marker",
                  requireNonNull(first.get("Marker"))))
          .containsEntry("VirtualMFADevices.1.SerialNumber", iam.arn("mfa/two"))
          .containsEntry("IsTruncated", "false")
          .doesNotContainKey("Marker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid-marker-value", "!", "bm8", "YWZ0ZXI6LTE"})
    void a_marker_from_elsewhere_is_refused(String marker) {
      assertThat(iam.refusal("ListVirtualMFADevices", "Marker", marker))
          .isEqualTo("400 ValidationError Invalid Marker.");
    }

    @ParameterizedTest
    @CsvSource({"0, greater than or equal to 1", "1001, less than or equal to 1000"})
    void a_page_has_1_to_1000_items(String size, String bound) {
      assertThat(iam.refusal("ListVirtualMFADevices", "MaxItems", size))
          .endsWith(
              "Value at 'maxItems' failed to satisfy constraint: Member must have value " + bound);
    }

    @Test
    void a_passkey_is_described_like_any_device() {
      MfaDevice passkey = new MfaDevice(iam.arn("u2f/user/admin/key"), null);
      iam.account.add(passkey);
      passkey.attach(iam.admin, iam.now());
      assertThat(iam.call("GetMFADevice", "SerialNumber", passkey.serialNumber()))
          .containsEntry("UserName", "admin")
          .containsEntry("SerialNumber", passkey.serialNumber());
    }
  }

  private byte[] made(String name, String blob) {
    String member = "VirtualMFADevice." + blob;
    return Base64.getDecoder()
        .decode(iam.told(member, "CreateVirtualMFADevice", "VirtualMFADeviceName", name));
  }

  private String create(String name) {
    return new String(made(name, "Base32StringSeed"), StandardCharsets.US_ASCII);
  }

  private void enable(String seed, int firstStep, int secondStep) {
    iam.call("EnableMFADevice", parameters(seed, firstStep, secondStep));
  }

  private String refusal(String action, String seed, int firstStep, int secondStep) {
    return iam.refusal(action, parameters(seed, firstStep, secondStep));
  }

  private String withCodes(String action, String user, String serialNumber) {
    return iam.refusal(
        action,
        "UserName",
        user,
        "SerialNumber",
        serialNumber,
        "AuthenticationCode1",
        "123456",
        "AuthenticationCode2",
        "654321");
  }

  private String[] parameters(String seed, int firstStep, int secondStep) {
    return new String[] {
      "UserName",
      "admin",
      "SerialNumber",
      serial,
      "AuthenticationCode1",
      code(seed, firstStep),
      "AuthenticationCode2",
      code(seed, secondStep)
    };
  }

  /** The code so many steps from now. */
  private String code(String seed, int steps) {
    return Totp.code(Base32.decode(seed), Totp.stepAt(iam.now()) + steps);
  }

  private CodeCheck codes() {
    return requireNonNull(requireNonNull(iam.account.device(serial)).codes());
  }
}
