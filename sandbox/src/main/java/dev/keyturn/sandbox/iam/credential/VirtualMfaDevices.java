package dev.keyturn.sandbox.iam.credential;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.identity.Users;
import dev.keyturn.sandbox.iam.request.NewName;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.iam.request.Tags;
import dev.keyturn.sandbox.mfa.CodeCheck;
import dev.keyturn.sandbox.qr.QrCode;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.Tag;
import dev.keyturn.sandbox.state.identity.User;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The virtual MFA devices of an account; their seed is shown once, on creation. */
public final class VirtualMfaDevices {
  private VirtualMfaDevices() {}

  public static List<Action> actions() {
    return List.of(
        Action.of(
            "CreateVirtualMFADevice",
            VirtualMfaDevices::create,
            Shapes.text("VirtualMFADeviceName").between(1, 226).matching("[\\w+=,.@-]+").must(),
            Shapes.PATH),
        Subject.list(
            "ListVirtualMFADevices",
            "mfa/",
            VirtualMfaDevices::list,
            Shapes.text("AssignmentStatus").oneOf("Any", "Unassigned", "Assigned")),
        Action.of("DeleteVirtualMFADevice", VirtualMfaDevices::delete, Shapes.SERIAL),
        device("TagMFADevice", Tags.tag(MfaDevice::tags), Shapes.TAG_LIST),
        device("UntagMFADevice", Tags.untag(MfaDevice::tags), Shapes.TAG_KEYS),
        device("ListMFADeviceTags", Tags.list(MfaDevice::tags), Page.and()));
  }

  private static Action device(String name, Subject.Work<MfaDevice> work, Shape... shapes) {
    return Action.of(
        name,
        call -> {
          String serial = call.parameters().required("SerialNumber");
          call.authorize("iam:" + name, serial);
          return work.on(call, find(call.caller().account(), serial));
        },
        Stream.concat(Stream.of(Shapes.SERIAL), Stream.of(shapes)).toArray(Shape[]::new));
  }

  private static MfaDevice find(Account account, String serial) {
    MfaDevice device = MfaDevices.find(account, serial);
    if (!device.isVirtual()) {
      throw MfaDevices.unknown(serial);
    }
    return device;
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
            .with("QRCodePNG", blob(QrCode.png(link(wanted.name(), account, seed))));
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
            .sorted(Comparator.comparing(MfaDevice::serialNumber))
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
    MfaDevice device = find(account, serial);
    if (device.user() != null) {
      throw AwsError.deleteConflict("MFA VirtualDevice in use. Must deactivate first.");
    }
    account.remove(device);
    return Structure.empty();
  }
}
