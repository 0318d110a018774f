package dev.keyturn.adapter.aws.iam;

import dev.keyturn.adapter.aws.Answer;
import dev.keyturn.adapter.aws.IamCalls;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.iam.AccessKeyService;
import dev.keyturn.domain.iam.EnabledDevice;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.LastUse;
import dev.keyturn.domain.iam.MfaDeviceService;
import dev.keyturn.domain.iam.NewDevice;
import dev.keyturn.domain.iam.ServiceCredential;
import dev.keyturn.domain.iam.UserKey;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.session.make.CallTrace;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * IAM as it is on the wire, as far as a user manages its own devices and keys.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/">IAM API</a>
 */
public final class AwsIam implements MfaDeviceService, AccessKeyService {

  private final IamCalls calls;

  /**
   * Built for a process.
   *
   * @param environment the variables that name proxies
   * @param clock what requests are signed at
   * @param trace hears of each call
   */
  public AwsIam(Map<String, String> environment, Clock clock, CallTrace trace) {
    this.calls = new IamCalls(environment, clock, trace);
  }

  @Override
  public List<EnabledDevice> enabled(IamCaller caller) {
    return calls.list(caller, "ListMFADevices", Map.of()).stream()
        .map(item ->
            new EnabledDevice(new MfaDevice(item.text("SerialNumber")), item.time("EnableDate")))
        .toList();
  }

  @Override
  public List<MfaDevice> unassigned(IamCaller caller) {
    return calls
        .list(caller, "ListVirtualMFADevices", Map.of("AssignmentStatus", "Unassigned"))
        .stream()
        .map(item -> new MfaDevice(item.text("SerialNumber")))
        .toList();
  }

  @Override
  public NewDevice create(IamCaller caller, String name) {
    Answer answer =
        calls.create(caller, "CreateVirtualMFADevice", Map.of("VirtualMFADeviceName", name));
    return new NewDevice(new MfaDevice(answer.text("SerialNumber")), seed(answer));
  }

  /** The member is a blob: its base32 text is encoded once more, in base64. */
  private static Secret seed(Answer answer) {
    try {
      byte[] text = Base64.getDecoder().decode(answer.text("Base32StringSeed"));
      return Secret.of(new String(text, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw answer.fault("its Base32StringSeed is not base64");
    }
  }

  @Override
  public void enable(
      IamCaller caller, String user, MfaDevice device, MfaCode first, MfaCode second) {
    calls.withCodes(caller, "EnableMFADevice", codes(user, device, first, second));
  }

  @Override
  public void resync(
      IamCaller caller, String user, MfaDevice device, MfaCode first, MfaCode second) {
    calls.withCodes(caller, "ResyncMFADevice", codes(user, device, first, second));
  }

  private static Map<String, String> codes(
      String user, MfaDevice device, MfaCode first, MfaCode second) {
    return Map.of(
        "UserName", user,
        "SerialNumber", device.serialNumber(),
        "AuthenticationCode1", first.digits(),
        "AuthenticationCode2", second.digits());
  }

  @Override
  public void deactivate(IamCaller caller, String user, MfaDevice device) {
    calls.change(
        caller,
        "DeactivateMFADevice",
        Map.of("UserName", user, "SerialNumber", device.serialNumber()));
  }

  @Override
  public void delete(IamCaller caller, MfaDevice device) {
    calls.change(caller, "DeleteVirtualMFADevice", Map.of("SerialNumber", device.serialNumber()));
  }

  @Override
  public List<UserKey> list(IamCaller caller) {
    return calls.list(caller, "ListAccessKeys", Map.of()).stream().map(KeyAnswers::key).toList();
  }

  @Override
  public AccessKey create(IamCaller caller) {
    Answer answer = calls.create(caller, "CreateAccessKey", Map.of());
    return KeyAnswers.created(answer);
  }

  @Override
  public void activate(IamCaller caller, String accessKeyId) {
    setStatus(caller, accessKeyId, "Active");
  }

  @Override
  public void deactivate(IamCaller caller, String accessKeyId) {
    setStatus(caller, accessKeyId, "Inactive");
  }

  private void setStatus(IamCaller caller, String accessKeyId, String status) {
    calls.change(caller, "UpdateAccessKey", Map.of("AccessKeyId", accessKeyId, "Status", status));
  }

  @Override
  public void delete(IamCaller caller, String accessKeyId) {
    calls.change(caller, "DeleteAccessKey", Map.of("AccessKeyId", accessKeyId));
  }

  @Override
  public Optional<LastUse> lastUse(IamCaller caller, String accessKeyId) {
    Answer answer = calls.read(caller, "GetAccessKeyLastUsed", Map.of("AccessKeyId", accessKeyId));
    return answer.optionalTime("LastUsedDate").stream()
        .map(when -> new LastUse(when, answer.text("ServiceName"), answer.text("Region")))
        .findFirst();
  }

  @Override
  public List<ServiceCredential> serviceCredentials(IamCaller caller) {
    return calls.list(caller, "ListServiceSpecificCredentials", Map.of()).stream()
        .map(item ->
            new ServiceCredential(
                item.text("ServiceSpecificCredentialId"),
                item.text("ServiceName"),
                item.optional("ServiceUserName").orElse(""),
                KeyAnswers.status(item),
                item.time("CreateDate"),
                item.optionalTime("ExpirationDate").orElse(null)))
        .toList();
  }
}
