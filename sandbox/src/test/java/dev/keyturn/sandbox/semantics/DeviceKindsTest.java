package dev.keyturn.sandbox.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Virtual, hardware and passkey devices: only the serial number says which one it is. */
class DeviceKindsTest {
  private static final String PASSKEY =
      "arn:aws:iam::123456789012:u2f/user/pat/phone-EXAMPLE2ABCDEFGHIJ";

  private final Company company = new Company();

  @AfterEach
  void stop() {
    company.close();
  }

  @ParameterizedTest
  @CsvSource({"aws, us-east-1", "aws-cn, cn-north-1", "aws-us-gov, us-gov-west-1"})
  void a_virtual_device_has_an_arn_of_its_partition(String partition, String region) {
    try (TestSandbox sandbox =
        TestSandbox.start(
            """
            {"Accounts":[{"AccountId":"123456789012","Partition":"%s","Users":[
              {"UserName":"mei","MFADevices":[{}],"Policies":[{"PolicyName":"all",
                "PolicyDocument":{"Version":"2012-10-17","Statement":
                  {"Effect":"Allow","Action":"*","Resource":"*"}}}]}]}]}
            """
                .formatted(partition))) {
      TestClient mei = sandbox.as("mei").in(region);
      String serial = "arn:" + partition + ":iam::123456789012:mfa/mei";
      assertThat(mei.call("ListMFADevices").text("SerialNumber")).isEqualTo(serial);
      String[] proof = {"SerialNumber", serial, "TokenCode", sandbox.code(serial)};
      assertThat(mei.call("GetSessionToken", proof).outcome()).isEqualTo("200");
      assertThat(
              mei.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "x").text("SerialNumber"))
          .isEqualTo("arn:" + partition + ":iam::123456789012:mfa/x");
    }
  }

  @Test
  void a_hardware_token_has_a_plain_serial_number_and_gives_codes() {
    TestClient tom = company.as("tom");
    assertThat(tom.call("ListMFADevices").text("SerialNumber")).isEqualTo("GAHT12345678");
    assertThat(tom.call("ListVirtualMFADevices").body()).doesNotContain("GAHT12345678");
    String code = company.sandbox.code("GAHT12345678");
    assertThat(
            tom.call("GetSessionToken", "SerialNumber", "GAHT12345678", "TokenCode", code)
                .outcome())
        .isEqualTo("200");
  }

  @Test
  void a_passkey_opens_neither_a_session_nor_a_role() {
    TestClient pat = company.as("pat");
    String[] proof = {"SerialNumber", PASSKEY, "TokenCode", "123456"};
    String expected =
        "403 AccessDenied: MultiFactorAuthentication failed, unable to validate MFA code.  Please"
            + " verify your MFA serial number is valid and associated with this user.";
    assertThat(pat.call("GetSessionToken", proof).outcome()).isEqualTo(expected);
    assertThat(Company.assume(pat, "mfa", proof).outcome()).isEqualTo(expected);
    assertThat(Company.assume(pat, "mfa").outcome()).startsWith("403 AccessDenied: User: ");
  }

  @Test
  void devices_of_all_kinds_are_listed_alike() {
    Answer answer = company.boss.call("ListMFADevices", "UserName", "pat");
    assertThat(answer.body())
        .containsPattern(
            "<MFADevices><member><UserName>pat</UserName><SerialNumber>"
                + PASSKEY
                + "</SerialNumber><EnableDate>[^<]+</EnableDate></member></MFADevices>");
  }
}
