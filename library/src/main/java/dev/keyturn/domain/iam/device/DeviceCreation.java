package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.EnabledDevice;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.MfaDeviceService;
import dev.keyturn.domain.iam.NewDevice;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.UnfinishedEnrollment.Stage;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Creates a virtual device for a user and enables it with two consecutive codes. The journal
 * records each step, so that the next run finishes an interrupted enrollment; a device that cannot
 * be enabled is removed again.
 */
public final class DeviceCreation {

  /** Two codes enable a device, and the third proves that it works. */
  private static final int CODES = 3;

  private final MfaDeviceService devices;
  private final EnrollmentJournal journal;
  private final EnrollmentDialog dialog;
  private final ConsecutiveCodes codes;
  private final Interruptions interruptions;
  private final Consumer<String> notes;

  /**
   * Takes its collaborators.
   *
   * @param codes the codes that enable a device
   * @param notes takes messages for the user, also while the process is being ended
   */
  public DeviceCreation(
      MfaDeviceService devices,
      EnrollmentJournal journal,
      EnrollmentDialog dialog,
      ConsecutiveCodes codes,
      Interruptions interruptions,
      Consumer<String> notes) {
    this.devices = devices;
    this.journal = journal;
    this.dialog = dialog;
    this.codes = codes;
    this.interruptions = interruptions;
    this.notes = notes;
  }

  /**
   * Enables a new device, or the one whose enrollment was interrupted. The caller must keep other
   * processes from enrolling a device of the user in the meantime.
   *
   * @return the enrollment, at the stage {@code ENABLED} or later
   * @throws FailureException as IAM, and as the dialog when nobody is present or the person
   *     cancels; the device is then removed, or recorded so that the next run finishes it
   */
  UnfinishedEnrollment enable(UserCalls user, Enrollment.Request request) {
    dialog.requirePerson();
    return journal
        .find(user.user().arn())
        .flatMap(known -> resume(user, known, request))
        .orElseGet(() -> begin(user, request));
  }

  /** Empty if a new enrollment has to begin. */
  @SuppressWarnings("try") // the watch is held, not used
  private Optional<UnfinishedEnrollment> resume(
      UserCalls user, UnfinishedEnrollment known, Enrollment.Request request) {
    if (isEnabled(user, known.device())) {
      return Optional.of(known.stage() == Stage.TESTED ? known : noted(known.at(Stage.ENABLED)));
    }
    String name = request.name();
    boolean isWanted = name == null || name.equals(Arn.lastName(known.device().serialNumber()));
    if (known.stage() == Stage.CREATED && isWanted && dialog.hasScanned(known.device())) {
      UnfinishedDevice device = unfinished(user, known);
      try (Interruptions.Watch watch = interruptions.watch(device::interrupted)) {
        return Optional.of(enable(user, known, device, () -> codes.announceFirst(CODES)));
      }
    }
    if (!discard(user, known.device())) {
      notes.accept(known.device() + " was not removed: this user may not delete it");
    }
    journal.forget(known.user());
    return Optional.empty();
  }

  /**
   * Whether it was deleted. Some policies let users create devices without MFA but not delete them.
   */
  private boolean discard(UserCalls user, MfaDevice device) {
    try {
      UnfinishedDevice.delete(user::call, devices, device);
      return true;
    } catch (FailureException e) {
      if (!Nature.isDenied(e.failure())) {
        throw e;
      }
      return false;
    }
  }

  private UnfinishedEnrollment begin(UserCalls user, Enrollment.Request request) {
    List<String> taken = new ArrayList<>();
    while (true) {
      UnfinishedEnrollment begun = begun(user, request, taken);
      try {
        return createAndEnable(user, begun);
      } catch (FailureException e) {
        if (!Nature.saysItExists(e.failure())) {
          throw e;
        }
      }
      if (!makesRoom(user, begun.device(), request.name() == null)) {
        taken.add(Arn.lastName(begun.device().serialNumber()));
      }
    }
  }

  private UnfinishedEnrollment begun(
      UserCalls user, Enrollment.Request request, List<String> taken) {
    String name = request.name();
    String arn = user.user().arn();
    String valid = name == null ? freeName(user, taken) : DeviceName.parse(name, user);
    MfaDevice device = MfaDevice.virtual(arn, valid);
    return new UnfinishedEnrollment(arn, device, Stage.BEGUN, request.replaced());
  }

  /** The name of the user, followed by a number if a device of the user has that name. */
  private String freeName(UserCalls user, List<String> taken) {
    List<String> names = new ArrayList<>(taken);
    for (EnabledDevice one : user.call(devices::enabled)) {
      names.add(Arn.lastName(one.device().serialNumber()));
    }
    String name = user.userName();
    for (int number = 2; names.contains(name); number++) {
      name = user.userName() + "-" + number;
    }
    return name;
  }

  @SuppressWarnings("try") // the watch is held, not used
  private UnfinishedEnrollment createAndEnable(UserCalls user, UnfinishedEnrollment begun) {
    noted(begun);
    UnfinishedDevice device = unfinished(user, begun);
    try (Interruptions.Watch watch = interruptions.watch(device::interrupted)) {
      NewDevice created = create(begun, device);
      UnfinishedEnrollment enrollment = noted(begun.at(Stage.CREATED));
      device.free();
      return enable(user, enrollment, device, () -> dialog.show(created));
    }
  }

  private NewDevice create(UnfinishedEnrollment begun, UnfinishedDevice device) {
    String name = Arn.lastName(begun.device().serialNumber());
    try {
      return device.change(caller -> devices.create(caller, name));
    } catch (FailureException e) {
      if (Nature.mayHaveBeenDone(e.failure())) {
        device.abandon();
      } else {
        journal.forget(begun.user());
      }
      throw e;
    }
  }

  private UnfinishedEnrollment enable(
      UserCalls user, UnfinishedEnrollment created, UnfinishedDevice device, Runnable before) {
    try {
      before.run();
      codes.spend(
          created.device(),
          user.profile().name(),
          CODES,
          (first, second) -> device.change(caller -> enable(caller, user, created, first, second)));
    } catch (FailureException e) {
      if (!Nature.mayHaveBeenDone(e.failure()) || !turnsOutEnabled(user, created.device())) {
        device.abandon();
        throw e;
      }
    }
    UnfinishedEnrollment enabled = noted(created.at(Stage.ENABLED));
    codes.announce(CODES, CODES, "one that was not used yet, to log in");
    codes.awaitNext();
    return enabled;
  }

  private MfaDevice enable(
      IamCaller caller,
      UserCalls user,
      UnfinishedEnrollment created,
      MfaCode first,
      MfaCode second) {
    devices.enable(caller, user.userName(), created.device(), first, second);
    return created.device();
  }

  /** After a lost answer. */
  private boolean turnsOutEnabled(UserCalls user, MfaDevice device) {
    try {
      return isEnabled(user, device);
    } catch (FailureException e) {
      return false;
    }
  }

  /** The name is taken: perhaps by a device that somebody created and never enabled. */
  private boolean makesRoom(UserCalls user, MfaDevice device, boolean mayHaveAnotherName) {
    boolean isGone =
        !isEnabled(user, device) && dialog.mayReplaceUnused(device) && discard(user, device);
    if (!isGone && !mayHaveAnotherName) {
      String name = Arn.lastName(device.serialNumber());
      throw new Failure.Usage(
              "MFA device '" + name + "' already exists",
              user.command("mfa", "enroll", name + "-2"))
          .exception();
    }
    return isGone;
  }

  private boolean isEnabled(UserCalls user, MfaDevice device) {
    return user.call(devices::enabled).stream().anyMatch(one -> one.device().equals(device));
  }

  private UnfinishedDevice unfinished(UserCalls user, UnfinishedEnrollment enrollment) {
    return new UnfinishedDevice(devices, user, enrollment.device(), journal, notes);
  }

  private UnfinishedEnrollment noted(UnfinishedEnrollment enrollment) {
    journal.note(enrollment);
    return enrollment;
  }
}
