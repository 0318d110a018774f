package dev.keyturn.sandbox.iam;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.mfa.CodeCheck;
import dev.keyturn.sandbox.qr.Qr;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.MfaDevice;
import dev.keyturn.sandbox.state.Tag;
import dev.keyturn.sandbox.state.User;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Virtual MFA devices as an account has them; their seed is told once, when they are made. */
final class VirtualMfaDevices {
  private VirtualMfaDevices() {}

  static List<Action> actions() {
    return List.of(
        Action.of(
            "CreateVirtualMFADevice",
            VirtualMfaDevices::create,
            Shapes.name("VirtualMFADeviceName", 226).must(),
            Shapes.PATH),
        Subject.list(
            "ListVirtualMFADevices",
            "mfa/",
            VirtualMfaDevices::list,
            Shapes.text("AssignmentStatus").oneOf("Any", "Unassigned", "Assigned")),
        Action.of("DeleteVirtualMFADevice", VirtualMfaDevices::delete, Shapes.SERIAL));
  }

  private static Structure create(Call call) {
    Account account = call.caller().account();
    NewName wanted = NewName.of(call, "iam:CreateVirtualMFADevice", "mfa", "VirtualMFADeviceName");
    String serial = wanted.arn();
    List<Tag> tags = Tags.of(call.parameters());
    if (account.devices().stream()
        .anyMatch(known -> known.serialNumber().equalsIgnoreCase(serial))) {
      throw AwsError.entityAlreadyExists("MFA device already exists.");
    }
    String seed = call.state().identifiers().seed();
    MfaDevice device = new MfaDevice(serial, new CodeCheck(seed, 0));
    device.tags().addAll(tags);
    account.add(device);
    Structure answer =
        Structure.empty()
            .with("SerialNumber", serial)
            .with("Base32StringSeed", blob(seed.getBytes(StandardCharsets.US_ASCII)))
            .with("QRCodePNG", blob(Qr.png(link(wanted.name(), account, seed))));
    return Structure.empty()
        .with("VirtualMFADevice", tags.isEmpty() ? answer : Tags.describe(answer, tags));
  }

  private static String link(String name, Account account, String seed) {
    return "otpauth://totp/%s@%s?secret=%s".formatted(name, account.id(), seed);
  }

  /** The Query protocol carries blobs in base64; the seed is text in base32 before that. */
  private static String blob(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Structure list(Call call, Account account) {
    String status = call.parameters().text("AssignmentStatus", "Any");
    List<MfaDevice> devices =
        account.devices().stream()
            .filter(MfaDevice::isVirtual)
            .filter(device -> hasStatus(device, status))
            .toList();
    return Page.of(call, devices)
        .structures("VirtualMFADevices", device -> describe(account, device));
  }

  private static boolean hasStatus(MfaDevice device, String status) {
    return status.equals("Any") || status.equals("Assigned") == (device.user() != null);
  }

  private static Structure describe(Account account, MfaDevice device) {
    User user = device.user();
    return Structure.empty()
        .with("SerialNumber", device.serialNumber())
        .with("User", user == null ? null : Users.describe(account, user))
        .with("EnableDate", device.enableDate());
  }

  private static Structure delete(Call call) {
    Account account = call.caller().account();
    String serial = call.parameters().required("SerialNumber");
    call.authorize("iam:DeleteVirtualMFADevice", serial);
    MfaDevice device = MfaDevices.find(account, serial);
    if (!device.isVirtual()) {
      throw MfaDevices.unknown(serial);
    }
    if (device.user() != null) {
      throw AwsError.deleteConflict("MFA VirtualDevice in use. Must deactivate first.");
    }
    account.remove(device);
    return Structure.empty();
  }
}
